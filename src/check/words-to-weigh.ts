import type { Band, Entry, Library, Plan } from '../library/library.js';
import { phraseFinder } from './phrases.js';
import { proseOf } from './prose.js';
import { walk } from './walk.js';

/** Words in a plan that are right in one place and wrong in another, which no check can tell. */
export interface WordsToWeigh {
  words: string;
  /** Lesson, activity and slide in words. */
  where: string;
  prefer: string;
  reason: string;
}

/** What the list of terms leaves to whoever reviews a plan for a band (`match: ask`), each place once. */
export function wordsToWeigh(library: Library, entry: Entry<Plan>, band: Band): WordsToWeigh[] {
  const terms = [...library.terms.values()].map(({ value }) => value).filter(({ match }) => match === 'ask');
  const finder = phraseFinder(terms);
  const texts = walk(entry, 'plan').flatMap((visited) =>
    visited.bands.includes(band) ? (proseOf(visited) ?? []) : [],
  );
  const found = texts.flatMap(({ text, words, path, source }) =>
    finder.find(text, words).map(({ entry: { prefer, reason }, words: own }) => ({
      words: own,
      where: source.describe(path),
      prefer,
      reason,
    })),
  );
  return [...new Map(found.map((one) => [`${one.where} ${one.words}`, one])).values()];
}
