import { diffArrays } from 'diff';
import type { PlacedWord } from '../formats/pdf/words.js';

/** Words that stand in one of two documents where others, or none, stand in the other. */
export interface WordChange {
  /** What only the first says; empty where words are new. */
  gone: string;
  /** What only the second says; empty where words are gone. */
  added: string;
  /** The last words before it that both say; empty at the beginning. */
  after: string;
  /** The pages of the second that say what is new, or of the first that say what is gone, counted from 1. */
  pages: number[];
}

/** Beyond so many words that only one of the two says, they are two documents, and no list of changes helps. */
const mostWords = 2000;
/** Changes that are no further apart read better as one. */
const nearest = 2;
const wordsBefore = 4;

interface Piece {
  gone: PlacedWord[];
  added: PlacedWord[];
  /** Where it begins among the words of the first and of the second. */
  from: number;
  at: number;
}

/**
 * What of one text is said otherwise in another, in the order of the second; the same change in several places comes once.
 * @returns null where nearly all is different
 */
export function wordChanges(first: readonly PlacedWord[], second: readonly PlacedWord[]): WordChange[] | null {
  const pieces = piecesOf(first, second);
  if (!pieces) return null;
  const changes = new Map<string, WordChange>();
  for (const { gone, added, at } of pieces) {
    const [before, now] = [textOf(gone), textOf(added)];
    const pages = (added.length > 0 ? added : gone).map(({ page }) => page);
    const after = textOf(second.slice(Math.max(0, at - wordsBefore), at));
    const key = JSON.stringify([before, now]);
    const known = changes.get(key) ?? { gone: before, added: now, after, pages: [] };
    known.pages = [...new Set([...known.pages, ...pages])].sort((one, other) => one - other);
    changes.set(key, known);
  }
  return [...changes.values()];
}

function piecesOf(first: readonly PlacedWord[], second: readonly PlacedWord[]): Piece[] | null {
  const runs = diffArrays(
    first.map(({ word }) => word),
    second.map(({ word }) => word),
    { maxEditLength: mostWords },
  );
  if (!runs) return null;
  const pieces: Piece[] = [];
  let [from, at] = [0, 0];
  for (const { added, removed, count } of runs) {
    const last = pieces.at(-1);
    const between = second.slice(last ? last.at + last.added.length : 0, at);
    const gone = added ? [] : first.slice(from, from + count);
    const own = removed ? [] : second.slice(at, at + count);
    if ((added || removed) && last && between.length <= nearest) {
      last.gone.push(...between, ...gone);
      last.added.push(...between, ...own);
    } else if (added || removed) pieces.push({ gone, added: own, from, at });
    from += gone.length;
    at += own.length;
  }
  return pieces.map((piece, index) => atPageStart(piece, pieces[index - 1], first, second));
}

/**
 * Of words that are only new or only gone, several rows may do: where each page begins with one and the same word, that of
 * the page before or behind. A row that begins with its page is the one that people mean.
 */
function atPageStart(
  piece: Piece,
  before: Piece | undefined,
  first: readonly PlacedWord[],
  second: readonly PlacedWord[],
): Piece {
  const { gone, added, from, at } = piece;
  if (gone.length > 0 && added.length > 0) return piece;
  const [words, start, { length }] = added.length > 0 ? [second, at, added] : [first, from, gone];
  const room = at - (before ? before.at + before.added.length : 0);
  for (let back = 0; back <= room; back += 1) {
    const begin = start - back;
    if (words[begin]?.page !== words[begin - 1]?.page) {
      const row = words.slice(begin, begin + length);
      return { ...(added.length > 0 ? { gone, added: row } : { gone: row, added }), from: from - back, at: at - back };
    }
    if (words[begin - 1]?.word !== words[begin + length - 1]?.word) break;
  }
  return piece;
}

function textOf(words: readonly PlacedWord[]): string {
  return words.map(({ word }) => word).join(' ');
}
