import { isBritish } from '../dictionary.js';
import { phraseFinder } from '../phrases.js';
import { prose, wordsIn } from '../prose.js';
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
  *check(library) {
    const entries = library.phrases.get('spelling')?.value.entries ?? [];
    const finder = phraseFinder(entries);
    const own = new Set(library.words);
    for (const { value } of library.people.values()) own.add(value.name.toLowerCase());
    for (const source of library.services.values())
      for (const word of source.value.name.split(/\s+/)) own.add(word.toLowerCase());
    for (const text of prose(library)) {
      if (text.quoted) continue;
      const words = wordsIn(text);
      const american = finder.find(text.text, words);
      for (const { entry, phrase, words: word, start, end } of american) {
        const fix = entry.fix && word.toLowerCase() === phrase ? entry.fix : null;
        yield this.atWords(
          text.source,
          text.path,
          { text: text.text, start, end },
          { word, right: entry.instead, fix },
        );
      }
      for (const { word, start, end } of words) {
        if (/\d/.test(word) || isBritish(word) || own.has(word.replace(/'s$/, ''))) continue;
        if (american.some((one) => one.start <= start && end <= one.end)) continue;
        const typed = text.text.slice(start, end);
        // Names, initials and single letters are nobody's spelling.
        if (/^\p{Lu}/u.test(typed) || typed.length < 3) continue;
        yield this.atWords(
          text.source,
          text.path,
          { text: text.text, start, end },
          { word: typed, right: null, fix: null },
        );
      }
    }
  },
});
