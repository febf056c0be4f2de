import type { FindingInWords } from '../check/run.js';
import { wordsToWeigh } from '../check/words-to-weigh.js';
import { documentKinds } from '../documents/index.js';
import type { BaseModel, DocumentKind, Format, Making, Print, Selections } from '../documents/kind.js';
import type { SlideNotes } from '../formats/pptx/notes.js';
import type { Band, Entry, Library, Plan } from '../library/library.js';
import type { Profile } from '../library/types.js';
import type { Signable } from '../sign-off/parts.js';
import { signables } from '../sign-off/parts.js';
import { statusOf } from '../sign-off/state.js';
import type { Part, Subject } from './subjects.js';
import { subjectOf, subjects } from './subjects.js';

/** One document to make, as plain data. */
export interface Job {
  /** The file to write, relative to the output folder, with forward slashes. */
  path: string;
  kind: string;
  /** What the kind is made of. */
  of: DocumentKind['of'];
  format: Format | 'txt';
  /** The band it is for; for a poster the youngest who pass it; null for adults. */
  band: Band | null;
  /** The id of the profile, or null. */
  profile: string | null;
  size: string | null;
  /** How it is printed, or null for the usual way. */
  print: Print | null;
  /** The YAML file it is made of, as people see it. */
  source: string;
  /** The id of the lesson, session, unit, campaign or guide. */
  lesson: string;
  /** The part of a campaign, such as the name of the poster. */
  part: string | null;
}

/** What to make. Empty lists mean everything. */
export interface Wish {
  /** Ids of lessons, sessions, units, campaigns, guides, or bands. */
  what: readonly string[];
  bands: readonly Band[];
  kinds: readonly string[];
  /** Which files to make; empty means the usual one of each kind. */
  formats?: readonly Format[];
  /** How to print; empty means the usual way. */
  prints?: readonly Print[];
  profiles: readonly (Entry<Profile> | null)[];
}

/** The list of documents that a wish asks for, in order; nothing is composed or printed yet. */
export function planBuild(library: Library, wish: Wish): Job[] {
  const kinds = documentKinds.filter((kind) => wish.kinds.length === 0 || wish.kinds.includes(kind.id));
  return wish.profiles.flatMap((profile) =>
    subjects.flatMap((subject) => jobsOf(library, subject as unknown as AnySubject, kinds, wish, profile)),
  );
}

type AnySubject = Subject<keyof Selections, Signable>;

function jobsOf(
  library: Library,
  subject: AnySubject,
  all: readonly DocumentKind[],
  wish: Wish,
  profile: Entry<Profile> | null,
): Job[] {
  const kinds = all.filter(({ of }) => of === subject.of);
  if (kinds.length === 0) return [];
  return [...subject.entries(library)]
    .filter(({ value }) => wants(wish.what, subject.names(value)))
    .flatMap((entry) =>
      subject
        .parts(entry.value, profile)
        .filter((part) => isWanted(part, subject.names(entry.value), wish))
        .flatMap((part) => {
          const selected = subject.select(library, entry, part, profile);
          return kinds
            .filter((kind) => kind.applies?.(selected as never) ?? true)
            .flatMap((kind) => filesOf(kind, wish).map((file) => jobOf(entry, part, kind, file, profile)));
        }),
    );
}

/** Whether something with these names is asked for. */
export function wants(what: readonly string[], names: readonly string[]): boolean {
  return what.length === 0 || what.some((word) => names.includes(word));
}

/** The word for all there is; no id is it. */
export const everything = 'all';

/** Whether a document is of what a word means. */
export function isOf(library: Library, job: Job, word: string): boolean {
  if (word === everything) return true;
  const names = subjectOf(job.of).names(entryOf(library, job).value);
  // A band that is asked for has only what is for it of a session for several.
  return names.includes(word) && (!/^ks[345]$/.test(word) || job.band === word);
}

/** Whether a part is for a band that is asked for, as a word of `what` or with --band. */
function isWanted({ bands }: Part, names: readonly string[], { what, bands: wanted }: Wish): boolean {
  const meets = (list: readonly string[]) => bands.some((band) => list.includes(band));
  const byName = what.length === 0 || what.some((word) => names.includes(word) && !/^ks[345]$/.test(word));
  return (wanted.length === 0 || meets(wanted)) && (byName || meets(what));
}

type File = Pick<Job, 'format' | 'size' | 'print'>;

/** The files that one document comes as: one for each size and each way of printing, words beside it, and what it is to be shown or changed as. */
function filesOf(kind: DocumentKind, { formats = [], prints = [] }: Wish): File[] {
  const format = kind.format ?? 'pdf';
  const others = (kind.others ?? [])
    .filter((other) => formats.includes(other))
    .map((other): File => ({ format: other, size: null, print: null }));
  return formats.length === 0 || formats.includes(format) ? [...paperOf(kind, format, prints), ...others] : others;
}

function paperOf(kind: DocumentKind, format: Format, wanted: readonly Print[]): File[] {
  const usual = wanted.length === 0 || (kind.mono && wanted.includes('mono'));
  const ways = [...(usual ? [null] : []), ...new Set(wanted.filter((print) => kind.prints?.includes(print)))];
  const own = (kind.sizes ?? [null]).flatMap((size) => ways.map((print): File => ({ format, size, print })));
  return kind.text && usual ? [...own, { format: 'txt', size: null, print: null }] : own;
}

function jobOf(
  { value: { id }, source }: Entry<Signable>,
  { band, part, name }: Part,
  kind: DocumentKind,
  { format, size, print }: File,
  profile: Entry<Profile> | null,
): Job {
  return {
    path: `${[id, name, kind.id, size, print, profile?.value.id].filter(Boolean).join('-')}.${format}`,
    kind: kind.id,
    of: kind.of,
    format,
    band,
    profile: profile?.value.id ?? null,
    size,
    print,
    source: source.name,
    lesson: id,
    part,
  };
}

/**
 * The model of a planned document: the age gate, the profile and the composing in one go.
 * @param findings what the check says of the library
 */
export function composeJob(library: Library, job: Job, findings: readonly FindingInWords[] = []): BaseModel {
  return createComposer(library, findings)(job);
}

/** Makes what composes documents of one library. Those of the same lesson in a row share the work of selecting. */
export function createComposer(library: Library, findings: readonly FindingInWords[]): (job: Job) => BaseModel {
  let last: { of: string; selected: unknown } | null = null;
  const selectFor = (job: Job) => {
    const of = JSON.stringify([job.of, job.source, job.lesson, job.band, job.part, job.profile]);
    if (last?.of !== of) last = { of, selected: selectJob(library, job) };
    return last.selected;
  };
  return (job) => {
    const kind = kindOf(job);
    const entry = entryOf(library, job);
    const making: Making = {
      status: statusOf(library, entry),
      size: job.size ?? kind.sizes?.[0] ?? null,
      findings: findings.filter(({ file }) => file === job.source),
      toWeigh: () => (job.of === 'plan' && job.band ? wordsToWeigh(library, entry as Entry<Plan>, job.band) : []),
    };
    return kind.compose(selectFor(job) as never, making);
  };
}

/** What a job is made of: everything that its band may see, in the words of its school. */
export function selectJob(library: Library, job: Job): Selections[keyof Selections] {
  const profile = job.profile === null ? null : (library.profiles.get(job.profile) ?? null);
  const part: Part = { band: job.band, bands: job.band ? [job.band] : [], part: job.part, name: null };
  return subjectOf(job.of).select(library, entryOf(library, job), part, profile);
}

/** The words that stand beside a document, for a job of that format. */
export function textOfJob(job: Job, model: BaseModel): string {
  return kindOf(job).text?.(model) ?? '';
}

/** What stands in the notes of the slides of a document. */
export function notesOfJob(job: Job, model: BaseModel): SlideNotes[] {
  return kindOf(job).notes?.(model) ?? [];
}

function kindOf(job: Job): DocumentKind {
  return documentKinds.find(({ id, of }) => id === job.kind && of === job.of) as DocumentKind;
}

/** The file that a job is made of. */
export function entryOf(library: Library, job: Pick<Job, 'lesson' | 'source'>): Entry<Signable> {
  const isOf = ({ value, source }: Entry<Signable>) => value.id === job.lesson && source.name === job.source;
  return signables(library).find(isOf) as Entry<Signable>;
}
