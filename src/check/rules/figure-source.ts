import { phraseFinder } from '../phrases.js';
import type { Prose } from '../prose.js';
import { defineRule } from '../rule.js';

const figures =
  /\b\d+ in (?:every )?\d+\b(?! (?:second|minute|hour|day|week|turn|row|pair|three))|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)\b|\b\d+(?:[.,]\d+)? ?(?:%|per ?cent\b)/gi;

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
  texts(library) {
    const finder = phraseFinder(library.phrases.get('figure-source')?.value.entries ?? []);
    const report = (text: Prose, found: readonly { words: string; start: number; end: number }[]) =>
      found.length === 0 || text.quoted || source.test(text.text)
        ? []
        : found.map(({ words, start, end }) =>
            this.atWords(text.source, text.path, { text: text.text, start, end }, { words }),
          );
    return [
      { stems: finder.stems, look: (text) => report(text, finder.find(text.text, text.words)) },
      { look: (text) => report(text, /\d|\b(?:in|of) \w/.test(text.text) ? figuresIn(text.text) : []) },
    ];
  },
});

function figuresIn(text: string): { words: string; start: number; end: number }[] {
  return [...text.matchAll(figures)].map(({ index, 0: words }) => ({ words, start: index, end: index + words.length }));
}
