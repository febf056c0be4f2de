import { stemmer } from 'stemmer';
import { syllable } from 'syllable';

/** A word of a text, in small letters with straight apostrophes, and where it stands. */
export interface Word {
  word: string;
  start: number;
  end: number;
  /** Which sentence of the text it is in, from 0. */
  sentence: number;
}

/** A sentence of a text and where it stands. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The sentences of a text; each line break and each bullet of a list ends one. */
export function sentencesOf(text: string): Sentence[] {
  return [...sentences.segment(text)].map(({ segment, index }) => ({
    text: segment.trimEnd(),
    start: index,
    end: index + segment.trimEnd().length,
  }));
}

/**
 * The words of a text. Marks such as `$service.childline` are none, nor is what stands in ~ to be put right by pupils; underscores of emphasis belong to no word, and a
 * hyphen parts two words.
 */
export function wordsOf(text: string): Word[] {
  const ends = sentencesOf(text).map(({ end }) => end);
  let sentence = 0;
  return [...text.matchAll(/(\$[A-Za-z][\w.-]*|~[^~]*~)|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)].flatMap((match) => {
    while (sentence < ends.length - 1 && match.index >= (ends[sentence] as number)) sentence += 1;
    if (match[1]) return [];
    const word = match[0].toLowerCase().replaceAll('’', "'");
    return [{ word, start: match.index, end: match.index + match[0].length, sentence }];
  });
}

/** Words that stand for each other in a phrase, whoever is meant. */
const alike: readonly (readonly string[])[] = [
  ['themselves', 'themself', 'himself', 'herself', 'yourself', 'yourselves', 'itself', 'myself', 'ourselves'],
  ['their', 'his', 'her', 'your', 'my', 'our'],
];

const stems = new Map<string, string>();

/** What the forms of a word have in common: `put` of putting, one word for all of himself, herself and so on. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const group = alike.find((words) => words.includes(word));
  const stem = group ? (group[0] as string) : stemmer(word);
  stems.set(word, stem);
  return stem;
}

/** Whether one sentence of a text fits all of some patterns. */
export function hasSentence(text: string, ...patterns: readonly RegExp[]): boolean {
  return sentencesOf(text).some((sentence) => patterns.every((pattern) => pattern.test(sentence.text)));
}

const long = new Map<string, boolean>();

/** Whether a word has three syllables or more. */
export function isLong(word: string): boolean {
  const known = long.get(word);
  if (known !== undefined) return known;
  const answer = syllable(word) >= 3;
  long.set(word, answer);
  return answer;
}
