import type { Term } from '../../library/library.js';
import { phraseFinder } from '../phrases.js';
import type { Prose } from '../prose.js';
import type { Severity } from '../rule.js';
import { defineRule } from '../rule.js';

/** Words that put the blame on those who are harmed, or play down what is done to them. */
export const wording = defineRule<{ words: string; prefer: string; reason: string; term: string; fix: string | null }>({
  id: 'wording',
  group: 'wording',
  severity: 'error',
  about: 'No word blames, plays down or labels those who are harmed.',
  message: ({ words, reason }) =>
    `“${words}”: ${reason.replace(/^\p{Lu}(?=[\p{Ll} ])/u, (letter) => letter.toLowerCase())}.`,
  hint: ({ prefer, term }) => `Better: ${prefer}. (“${term}” in “pshe list terms”)`,
  texts(library) {
    const terms = [...library.terms.values()].map(({ value }) => value).filter(({ match }) => match !== 'ask');
    const finder = phraseFinder(terms);
    return {
      stems: finder.stems,
      look: (text) => {
        if (text.quoted) return [];
        return finder
          .find(text.text, text.words)
          .filter(({ entry }) => !entry.audience || entry.audience.includes(text.audience))
          .map(({ entry: term, phrase, words, start, end }) => {
            const fix = term.fix && words.toLowerCase() === phrase.toLowerCase() ? term.fix : null;
            const { prefer, reason, id } = term;
            const place = { text: text.text, start, end };
            const finding = this.atWords(text.source, text.path, place, { words, prefer, reason, term: id, fix });
            return { ...finding, severity: weightOf(term, text) };
          });
      },
    };
  },
});

/** What is not verified never stops anybody, and staff may have to speak of such words. */
function weightOf({ level, proof }: Term, { audience }: Prose): Severity {
  return level === 'error' && proof.mark === 'verified' && audience !== 'staff' ? 'error' : 'warn';
}
