import { isBritish } from '../dictionary.js';
import { phraseFinder } from '../phrases.js';
import { defineRule } from '../rule.js';

/** A pupil who learns to spell from a worksheet learns what stands there. */
export const spelling = defineRule<{ word: string; right: string | null; fix: string | null }>({
  id: 'spelling',
  group: 'language',
  severity: 'warn',
  about: 'Words are spelled as British English spells them.',
  message: ({ word, right }) =>
    right ? `“${word}” is “${right}” in British English.` : `“${word}” is not in the dictionary.`,
  hint: ({ right }) =>
    right
      ? 'With “pshe check --fix” it mends itself where only one spelling is right.'
      : 'Mend it. If it is right, add it to reference/words.yaml; names of people in stories go into reference/people.yaml.',
  texts(library) {
    const finder = phraseFinder(library.phrases.get('spelling')?.value.entries ?? []);
    const own = new Set(library.words);
    for (const { value } of library.people.values()) own.add(value.name.toLowerCase());
    for (const { value } of library.services.values())
      for (const word of value.name.split(/\s+/)) own.add(word.toLowerCase());
    return {
      look: (text) => {
        if (text.quoted) return [];
        const at = (start: number, end: number, word: string, right: string | null, fix: string | null) =>
          this.atWords(text.source, text.path, { text: text.text, start, end }, { word, right, fix });
        const american = finder.find(text.text, text.words);
        const unknown = text.words.filter(({ word, start, end }) => {
          if (isBritish(word) || /\d/.test(word) || own.has(word.replace(/'s$/, ''))) return false;
          if (american.some((one) => one.start <= start && end <= one.end)) return false;
          // Names, initials and single letters are nobody's spelling.
          return end - start > 2 && !/\p{Lu}/u.test(text.text[start] ?? '');
        });
        return [
          ...american.map(({ entry, phrase, words, start, end }) =>
            at(start, end, words, entry.instead, entry.fix && words.toLowerCase() === phrase ? entry.fix : null),
          ),
          ...unknown.map(({ start, end }) => at(start, end, text.text.slice(start, end), null, null)),
        ];
      },
    };
  },
});
