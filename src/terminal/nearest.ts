import { closest, distance } from 'fastest-levenshtein';

/** The word of the list that somebody most likely meant, or null when none is near enough to be worth saying. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const inside = words.find((candidate) => ` ${word.toLowerCase()} `.includes(` ${candidate.toLowerCase()} `));
  if (inside) return inside;
  const best = closest(word.toLowerCase(), [...words]);
  const most = Math.max(2, Math.floor(Math.max(word.length, best.length) / 3));
  const away = distance(word.toLowerCase(), best.toLowerCase());
  return away <= most && away < word.length ? best : null;
}
