import { stemmer } from 'stemmer';
import { syllable } from 'syllable';

/** A word of a text, in small letters with straight apostrophes, and where it stands. */
export interface Word {
  word: string;
  /** What all forms of the word have in common. */
  stem: string;
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

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Line breaks, and ends of sentences that take a closer look: `e.g. this`, `9.30`, `“What?” he said`. */
const hard = /[\n\r\u0085\u2028\u2029]|[.!?](?!["'”’)]*(?: [“‘]?[A-Z]|$))/u;

/** The end of a sentence before the beginning of another, where nothing is hard. */
const plainEnd = /(?<=[.!?]["'”’)]* )(?=[“‘]?[A-Z])/u;

/**
 * The sentences of a text, by the rules of Unicode; each line break ends one. Most texts need no more than a look at what
 * follows a full stop, which takes a fifth of the time.
 */
export function sentencesOf(text: string): Sentence[] {
  let at = 0;
  const pieces = hard.test(text) ? [...segmenter.segment(text)].map(({ segment }) => segment) : text.split(plainEnd);
  return pieces.map((piece) => {
    const start = at;
    at += piece.length;
    const sentence = piece.trimEnd();
    return { text: sentence, start, end: start + sentence.length };
  });
}

/**
 * The words of a text. Marks such as `$service.childline` are none, nor is what stands in ~ to be put right by pupils;
 * underscores of emphasis belong to no word, and a hyphen parts two words.
 */
export function wordsOf(text: string): Word[] {
  return taken(text).words;
}

const parts = /(\$[A-Za-z][\w.-]*|~[^~]*~)|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

/** A text taken apart. */
export function taken(text: string): { words: Word[]; sentences: Sentence[] } {
  const sentences = sentencesOf(text);
  const words: Word[] = [];
  let sentence = 0;
  for (const { 0: typed, 1: mark, index: start } of text.matchAll(parts)) {
    while (sentence < sentences.length - 1 && start >= (sentences[sentence] as Sentence).end) sentence += 1;
    if (mark !== undefined) continue;
    const { word, stem } = formOf(typed);
    words.push({ word, stem, start, end: start + typed.length, sentence });
  }
  return { words, sentences };
}

const forms = new Map<string, Pick<Word, 'word' | 'stem'>>();

/** A word as it is compared. A library has few words and uses each of them often. */
function formOf(typed: string): Pick<Word, 'word' | 'stem'> {
  const known = forms.get(typed);
  if (known) return known;
  const word = typed.toLowerCase().replaceAll('’', "'");
  const form = { word, stem: stemOf(word) };
  forms.set(typed, form);
  return form;
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
