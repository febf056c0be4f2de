import type { Word } from './words.js';
import { stemOf, wordsOf } from './words.js';

/** Words and phrases to look for, and what else in the same sentence decides about them. */
export interface PhraseEntry {
  /** Words and phrases, in any of their forms. */
  avoid: readonly string[];
  /** Only where one of these is in the same sentence. */
  near?: readonly string[];
  /** Not where one of these is in the same sentence. */
  unless?: readonly string[];
  /** The right words: never found, though they may be a form of the wrong ones, as “maths” of “math”. */
  fix?: string;
}

/** A phrase that was found in a text: the words as they stand there, and what it was found by. */
interface FoundPhrase<T> {
  entry: T;
  /** The phrase of the list. */
  phrase: string;
  words: string;
  start: number;
  end: number;
}

/** Finds the phrases of a list in texts. Making it costs about as much as one search; keep it. */
export interface PhraseFinder<T> {
  /** One for each phrase: there is nothing to find in a text that has none of these stems. */
  stems: readonly string[];
  /** @param words the words of the text, where they are known already */
  find(text: string, words?: readonly Word[]): FoundPhrase<T>[];
}

interface Phrase<T> {
  entry: T;
  phrase: string;
  words: readonly string[];
}

/** A finder for the entries of a list. The longest phrase at a place wins. */
export function phraseFinder<T extends PhraseEntry>(entries: readonly T[]): PhraseFinder<T> {
  const byStem = new Map<string, Phrase<T>[]>();
  for (const entry of entries) {
    for (const phrase of entry.avoid) {
      const words = wordsOf(phrase).map(({ word }) => word);
      const stem = stemOf(words[0] ?? '');
      byStem.set(stem, [...(byStem.get(stem) ?? []), { entry, phrase, words }]);
    }
  }
  for (const phrases of byStem.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  const companions = new Map(
    entries.map((entry) => [entry, { near: companionTest(entry.near), unless: companionTest(entry.unless) }]),
  );

  return {
    stems: [...new Set([...byStem.values()].flatMap((phrases) => phrases.map(rarest)))],
    find(text, words = wordsOf(text)) {
      const found: FoundPhrase<T>[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const candidates = byStem.get((words[at] as Word).stem);
        if (!candidates) continue;
        const fits = candidates.filter(
          (candidate) => matches(candidate.words, words, at) && allowed(candidate, words, at),
        );
        const hit = fits.find((candidate) => isExact(candidate, words, at)) ?? fits[0];
        if (!hit) continue;
        const last = words[at + hit.words.length - 1] as Word;
        const start = (words[at] as Word).start;
        const own = text.slice(start, last.end);
        if (own.toLowerCase() !== hit.entry.fix)
          found.push({ entry: hit.entry, phrase: hit.phrase, words: own, start, end: last.end });
        at += hit.words.length - 1;
      }
      return found;
    },
  };

  function allowed({ entry, words: own }: Phrase<T>, words: readonly Word[], at: number): boolean {
    const { near, unless } = companions.get(entry) as { near: CompanionTest | null; unless: CompanionTest | null };
    if (!near && !unless) return true;
    const { sentence } = words[at] as Word;
    const others = words.filter(
      (word, index) => word.sentence === sentence && (index < at || index >= at + own.length),
    );
    return (near === null || near(others)) && !unless?.(others);
  }
}

/** The stem of the longest word of a phrase, which few texts have. */
function rarest({ words }: { words: readonly string[] }): string {
  return stemOf(words.reduce((longest, word) => (word.length > longest.length ? word : longest), ''));
}

/** Whether a phrase stands at a place just as the list has it, not in another form. */
function isExact({ words: own }: { words: readonly string[] }, words: readonly Word[], at: number): boolean {
  return own.every((word, index) => words[at + index]?.word === word);
}

type CompanionTest = (words: readonly Word[]) => boolean;

/** Whether one of some words or phrases is among the words of a sentence. */
function companionTest(phrases: readonly string[] | undefined): CompanionTest | null {
  if (!phrases || phrases.length === 0) return null;
  const lists = phrases.map((phrase) => wordsOf(phrase).map(({ word }) => word));
  return (words) => words.some((_word, at) => lists.some((list) => matches(list, words, at)));
}

/** Whether the words of a phrase stand at a place, in one sentence, in any of their forms. */
function matches(phrase: readonly string[], words: readonly Word[], at: number): boolean {
  const first = words[at] as Word;
  return phrase.every((word, index) => {
    const own = words[at + index];
    if (own === undefined || own.sentence !== first.sentence) return false;
    return phrase.length === 1 ? isForm(own.word, word) : own.word === word || own.stem === stemOf(word);
  });
}

/**
 * Whether a word is another with an ending. Stricter than a common stem, which would take `will` for a form of
 * `willing`.
 */
function isForm(word: string, base: string): boolean {
  if (word === base) return true;
  const root = base.endsWith('e') || base.endsWith('y') ? base.slice(0, -1) : base;
  return word.startsWith(root) && /^(?:e?s|e?d|e?r|e?rs|ing|ly|y|ies|'s|s')$/.test(word.slice(root.length));
}
