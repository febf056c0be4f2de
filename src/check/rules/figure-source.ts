import { phraseFinder } from '../phrases.js';
import { prose, wordsIn } from '../prose.js';
import { defineRule } from '../rule.js';

const figures =
  /\b\d+ in (?:every )?\d+\b(?! (?:second|minute|hour|day|week|turn|row|pair|three))|\b\d+(?:[.,]\d+)? ?(?:%|per ?cent\b)/gi;

/** A name and a year, or words that say whose figure it is. */
const source = /\((?=[^)]*\p{Lu})[^)]*\b(?:19|20)\d\d\b[^)]*\)|\b[Aa]ccording to\b|\$(?:law|Law)\./u;

/** A figure that nobody can look up is a rumour with a number in it. */
export const figureSource = defineRule<{ words: string }>({
  id: 'figure-source',
  group: 'exactness',
  severity: 'warn',
  about: 'A figure, or a claim about what studies say, names its source.',
  message: ({ words }) => `“${words}” has no source beside it.`,
  hint: () => 'Name it in the same text, as in “(NSPCC, 2024)”, or leave the figure out.',
  *check(library) {
    const finder = phraseFinder(library.phrases.get('figure-source')?.value.entries ?? []);
    for (const text of prose(library)) {
      if (text.quoted || source.test(text.text)) continue;
      const found = [
        ...[...text.text.matchAll(figures)].map(({ index, 0: words }) => ({
          words,
          start: index,
          end: index + words.length,
        })),
        ...finder.find(text.text, wordsIn(text)),
      ].sort((one, other) => one.start - other.start);
      for (const { words, start, end } of found) {
        yield this.atWords(text.source, text.path, { text: text.text, start, end }, { words });
      }
    }
  },
});
