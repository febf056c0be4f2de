import type { Band, Entry, LawSentence, Library, Plan } from '../library/library.js';
import { plansOf } from '../library/library.js';
import type { Path } from '../library/place.js';
import type { SourceFile } from '../library/source-file.js';
import type { Campaign, Guide } from '../library/types.js';
import { texts } from './walk.js';
import type { Sentence, Word } from './words.js';
import { taken } from './words.js';

/** Who reads or hears a text. */
type Audience = 'pupils' | 'parents' | 'public' | 'staff';

/** A text that people read or hear, and where it stands. */
export interface Prose {
  source: SourceFile;
  path: Path;
  text: string;
  words: readonly Word[];
  sentences: readonly Sentence[];
  bands: readonly Band[];
  audience: Audience;
  /** Words of somebody else that the teacher answers, or that stand there to be put right. */
  quoted: boolean;
  /** What it is part of. */
  entry: Entry<unknown>;
}

/** Fields whose values are ids, words of a list or dates: nobody reads them as a text. */
const notProse = new Set([
  'id',
  'layout',
  'icon',
  'file',
  'service',
  'services',
  'law',
  'statements',
  'law-topics',
  'topics',
  'bands',
  'status',
  'updated',
  'sign-off',
  'sources',
  'unit',
  'split-after',
  'show',
  'routine',
  'grouping',
  'phase',
  'level',
  'sex-education',
  'kind',
  'day',
  'hashtags',
  'audience',
  'poster',
  'lesson',
  'relation',
  'years',
]);

/** Fields of a plan, and of its activities, that only teachers read; all others are for pupils. */
const forTeachers = new Set([
  'aim',
  'prior-learning',
  'preparation',
  'staff-notes',
  'care',
  'content-guidance',
  'assessment',
  'do',
  'listen-for',
  'notes',
  'answer',
  'why',
  'expect',
  'respond',
  'adapt',
  'safeguarding',
  'short-of-time',
  'materials',
  'overview',
  'when',
  'secure',
  'nearly',
  'not-yet',
]);

const guideReaders: Readonly<Record<Guide['kind'], Audience>> = {
  'parent-guide': 'parents',
  'staff-briefing': 'staff',
  'lead-sheet': 'staff',
  'help-card': 'pupils',
};

/** Every text of a library that people read or hear. */
export function* prose(library: Library): Generator<Prose> {
  for (const entry of plansOf(library)) yield* proseOfPlan(entry);
  for (const entry of library.units.values()) yield* of(entry, planReader);
  for (const entry of library.campaigns.values()) yield* of(entry, (path) => campaignReader(entry.value, path));
  for (const entry of library.guides.values()) yield* of(entry, () => guideReaders[entry.value.kind]);
  if (library.frame) yield* of(library.frame, frameReader);
  for (const entry of library.laws.values()) yield* of(entry, (path) => lawReader(entry.value, path));
}

/** Every text of a lesson or session. */
export function proseOfPlan(entry: Entry<Plan>): Generator<Prose> {
  return of(entry, planReader);
}

function* of(entry: Entry<unknown>, reader: (path: Path) => Audience | null): Generator<Prose> {
  for (const { value, path, bands } of texts(entry)) {
    if (isNotProse(path)) continue;
    const audience = reader(path.slice(entry.path.length));
    if (audience === null) continue;
    const quoted = path.includes('to') && path.includes('respond');
    const { words, sentences } = taken(value);
    yield { source: entry.source, path, text: value, words, sentences, bands, audience, quoted, entry };
  }
}

function isNotProse(path: Path): boolean {
  let inPicture = false;
  for (const step of path) {
    if (typeof step !== 'string') continue;
    if (notProse.has(step)) return true;
    inPicture ||= step === 'picture';
  }
  return inPicture && path.at(-1) !== 'alt';
}

/** Whether pupils read or hear what stands at a place of a plan, campaign or guide for bands. */
export function isForPupils(value: unknown, path: Path): boolean {
  const whole = value as { posters?: unknown; kind?: Guide['kind'] };
  if (whole.posters) return campaignReader(value as Campaign, path) === 'pupils';
  if (whole.kind) return guideReaders[whole.kind] === 'pupils';
  return planReader(path) === 'pupils';
}

function planReader(path: Path): Audience {
  if (path[0] === 'home-link') return 'parents';
  if (path.some((step) => forTeachers.has(step as string))) return 'staff';
  // What an activity is called stands in the notes alone.
  if (path[0] === 'activities' && path[2] === 'title') return 'staff';
  return 'pupils';
}

function campaignReader(campaign: Campaign, path: Path): Audience | null {
  const [list, index] = path;
  if (list === 'posters') return path[2] === 'hangs' ? 'staff' : (campaign.posters[index as number]?.audience ?? null);
  if (list !== 'social') return 'public';
  const poster = campaign.social?.[index as number]?.poster;
  return campaign.posters.find(({ id }) => id === poster)?.audience ?? 'public';
}

function frameReader(path: Path): Audience {
  if (path[0] === 'agreement' || path[0] === 'lines') return 'pupils';
  return path.includes('say') || path.includes('ask') ? 'pupils' : 'staff';
}

function lawReader(law: LawSentence, path: Path): Audience | null {
  if (path.at(-1) !== 'text') return null;
  return law.audience && !law.audience.includes('pupils') ? 'parents' : 'pupils';
}
