import type { Library, Reference } from '../library/library.js';
import type { Path, Range } from '../library/place.js';
import type { SourceFile } from '../library/source-file.js';
import type { Prose } from './prose.js';
import type { TaughtPlan } from './taught.js';
import type { Visited } from './walk.js';

export type Severity = 'error' | 'warn';

/** What rules are about, in the order in which lists show them; the words are for people. */
export const groups = {
  'safe-teaching': 'Safe teaching',
  wording: 'Wording',
  age: 'Age',
  exactness: 'Exactness',
  craft: 'Teaching craft',
  language: 'Language',
  form: 'Form',
  programme: 'Programme',
} as const;

/** Why rules are always errors, where several share the reason. */
export const fixedFor = {
  reading: 'Without it a file can’t be read as its author means it.',
  age: 'It keeps what is for older pupils away from younger ones.',
  shown: 'Without it a document would show what was typed, or nothing at all.',
  identity: 'Without it nobody could tell which of two things is meant.',
  safety: 'It keeps a lesson safe for those who live with what is taught.',
} as const;

/** What a rule fills its sentences with. */
export type Args = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Something that is wrong in a file, as data; the words live with the rule. */
export interface Finding {
  rule: string;
  severity: Severity;
  args: Args;
  /** The file as it is shown to people: relative to the content folder. */
  file: string;
  /** The text of the file, for a code frame. */
  text: string;
  range: Range;
  /** Lesson, activity and slide in words; empty when the file as a whole is meant. */
  where: string;
}

/** How a rule looks at texts. */
export interface TextCheck {
  /** Stems of words without any of which it finds nothing in a text; nothing where it has to see every text. */
  stems?: readonly string[];
  look(text: Prose): readonly Finding[];
  /** What all texts of a file together show, once they have been looked at. */
  end?(): readonly Finding[];
}

/** A check, or (without `check`, `plan`, `value` and `texts`) words for what reading and validating find. */
export interface Rule<A extends Args = Args> {
  id: string;
  group: keyof typeof groups;
  severity: Severity;
  /** Why it is always an error, whatever anybody sets; nothing where people may decide how much it weighs. */
  fixed?: string;
  /** Whether what it finds comes with time: nothing that was fine yesterday may stop anybody today. */
  dated?: true;
  /** Why it is off until somebody turns it on; nothing for the others. */
  off?: string;
  /** What must hold, in one line. */
  about: string;
  /** What is wrong, with the offending value in quotation marks. */
  message(args: A): string;
  /** What would be right and how to mend it. */
  hint(args: A): string;
  /** Looks through the whole library. */
  check?(this: Rule<A>, library: Library): Iterable<Finding>;
  /** Looks at one plan as one band is taught it, by itself: at nothing else of the library than its lists. */
  plan?(this: Rule<A>, taught: TaughtPlan, reference: Reference): Iterable<Finding>;
  /** Looks at one value of a file, by itself. */
  value?(this: Rule<A>, visited: Visited, reference: Reference): readonly Finding[];
  /** For rules that look at what people read, text by text: all of them go through a file together. */
  texts?(this: Rule<A>, reference: Reference): TextCheck | readonly TextCheck[];
  /** A finding of this rule at the value, or at its key, that the path leads to. */
  at(source: SourceFile, path: Path, args: A, part?: 'key' | 'value'): Finding;
  /** A finding of this rule at some words of the text that the path leads to. */
  atWords(source: SourceFile, path: Path, words: { text: string; start: number; end: number }, args: A): Finding;
  /** A finding of this rule at a stretch of the text. */
  within(source: Pick<SourceFile, 'name' | 'text'>, range: Range, args: A, where?: string): Finding;
}

/** Makes a rule from its words and its check. The id is also the name of its file, test and page. */
export function defineRule<A extends Args>(rule: Omit<Rule<A>, 'at' | 'atWords' | 'within'>): Rule<A> {
  const within: Rule<A>['within'] = (source, range, args, where = '') => ({
    rule: rule.id,
    severity: rule.severity,
    args,
    file: source.name,
    text: source.text,
    range,
    where,
  });
  return {
    ...rule,
    within,
    atWords: (source, path, { text, start, end }, args) =>
      within(source, source.placeWords(path, text, start, end), args, source.describe(path)),
    at: (source, path, args, part = 'value') => within(source, source.place(path, part), args, source.describe(path)),
  };
}
