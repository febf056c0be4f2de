import { isBritish } from '../dictionary.js';
import { phraseFinder } from '../phrases.js';
import type { Prose } from '../prose.js';
import type { TextCheck } from '../rule.js';
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
    const at = (text: Prose, word: string, { start, end }: Stretch, right: string | null, fix: string | null) =>
      this.atWords(text.source, text.path, { text: text.text, start, end }, { word, right, fix });
    const american: TextCheck = {
      stems: finder.stems,
      look: (text) =>
        (text.quoted ? [] : finder.find(text.text, text.words)).map((found) => {
          const { entry, phrase, words } = found;
          return at(text, words, found, entry.instead, entry.fix && words.toLowerCase() === phrase ? entry.fix : null);
        }),
    };
    const unknown: TextCheck = {
      look: (text) => {
        if (text.quoted) return [];
        const found = text.words.filter(({ word, start, end }) => {
          if (isBritish(word) || /\d/.test(word) || own.has(word.replace(/'s$/, ''))) return false;
          // Names, initials and single letters are nobody's spelling.
          return end - start > 2 && !/\p{Lu}/u.test(text.text[start] ?? '');
        });
        if (found.length === 0) return [];
        const reported = finder.find(text.text, text.words);
        return found
          .filter(({ start, end }) => !reported.some((one) => one.start <= start && end <= one.end))
          .map((one) => at(text, text.text.slice(one.start, one.end), one, null, null));
      },
    };
    return [american, unknown];
  },
});

interface Stretch {
  start: number;
  end: number;
}
