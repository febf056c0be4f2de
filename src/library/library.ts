import type { Finding } from '../check/rule.js';
import type { Path } from './place.js';
import type { SourceFile } from './source-file.js';
import type {
  AgeBand,
  Campaign,
  Files,
  Frame,
  Guide,
  Lesson,
  Profile,
  Service,
  TutorTimeSession,
  Unit,
} from './types.js';

export type Band = AgeBand;
/** The bands from the youngest to the oldest. */
export const bands: readonly Band[] = ['ks3', 'ks4', 'ks5'];

/** Something with an id, and where it stands: the whole of a file or an item of a list in it. */
export interface Entry<T> {
  value: T;
  source: SourceFile;
  path: Path;
}

type Statement = Files['statements']['statements'][number];
export type LawSentence = Files['laws']['laws'][number];
export type Day = Files['days']['days'][number];
export type BandData = Files['bands']['bands'][number];
type Topic = Files['topics']['topics'][number];
export type Term = Files['terms']['terms'][number];
type PhraseList = Files['phrases']['phrases'][number];
type Person = Files['people']['people'][number];
type Limits = Files['limits'];

/** A lesson or a tutor-time session. */
export type Plan = Lesson | TutorTimeSession;

/** Everything that was read and has the right shape, by id; and what was wrong on the way. */
export interface Library {
  /** The content folders, the package's own first; later ones lie over earlier ones. */
  folders: string[];
  lessons: Map<string, Entry<Lesson>>;
  sessions: Map<string, Entry<TutorTimeSession>>;
  units: Map<string, Entry<Unit>>;
  campaigns: Map<string, Entry<Campaign>>;
  guides: Map<string, Entry<Guide>>;
  profiles: Map<string, Entry<Profile>>;
  services: Map<string, Entry<Service>>;
  statements: Map<string, Entry<Statement>>;
  laws: Map<string, Entry<LawSentence>>;
  days: Map<string, Entry<Day>>;
  bands: Map<string, Entry<BandData>>;
  topics: Map<string, Entry<Topic>>;
  terms: Map<string, Entry<Term>>;
  /** Lists of words, by the rule that looks for them. */
  phrases: Map<string, Entry<PhraseList>>;
  people: Map<string, Entry<Person>>;
  limits: Entry<Limits> | null;
  /** Words that no dictionary has and that are spelled right, in small letters. */
  words: Set<string>;
  frame: Entry<Frame> | null;
  /** Every file that was read and has the right shape. */
  sources: SourceFile[];
  /** The day on which it is read, as `2026-11-24`: documents speak of the occurrence of a day that is still to come. */
  today: string;
  /** Files that could not be used, with the id they seem to have. */
  broken: { name: string; path: string; id: string | null }[];
  /** Ids that a later folder replaced, with the file that did it. */
  replaced: { id: string; by: string }[];
  /** How many files were read. */
  files: number;
  /** What reading and validating found. */
  findings: Finding[];
}

/** What values, texts and plans are held against: it decides, with a file, what is found in the file by itself. */
export type Reference = Pick<
  Library,
  'services' | 'laws' | 'bands' | 'topics' | 'terms' | 'phrases' | 'people' | 'limits' | 'words' | 'frame' | 'today'
>;

/** A library without anything in it. */
export function emptyLibrary(folders: string[], today: string): Library {
  return {
    folders,
    lessons: new Map(),
    sessions: new Map(),
    units: new Map(),
    campaigns: new Map(),
    guides: new Map(),
    profiles: new Map(),
    services: new Map(),
    statements: new Map(),
    laws: new Map(),
    days: new Map(),
    bands: new Map(),
    topics: new Map(),
    terms: new Map(),
    phrases: new Map(),
    people: new Map(),
    limits: null,
    words: new Set(),
    frame: null,
    sources: [],
    today,
    broken: [],
    replaced: [],
    files: 0,
    findings: [],
  };
}

/** Lessons and sessions together. */
export function plansOf(library: Library): Entry<Plan>[] {
  return [...library.lessons.values(), ...library.sessions.values()];
}
