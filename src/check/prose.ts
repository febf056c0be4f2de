import type { Band, Entry, LawSentence } from '../library/library.js';
import type { Path } from '../library/place.js';
import type { SourceFile } from '../library/source-file.js';
import type { Campaign, Guide, Service } from '../library/types.js';
import type { Visited } from './walk.js';
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

/** A value as a text that people read or hear; null where it is none. */
export function proseOf({ entry, part, value, path, bands }: Visited): Prose | null {
  if (typeof value !== 'string' || isNotProse(path.slice(entry.path.length))) return null;
  const audience = readerOf(entry, part, path);
  if (audience === null) return null;
  const quoted = path.includes('to') && path.includes('respond');
  return { source: entry.source, path, text: value, ...taken(value), bands, audience, quoted, entry };
}

function readerOf({ value, path: top }: Entry<unknown>, part: Visited['part'], path: Path): Audience | null {
  switch (part) {
    case 'plan':
    case 'unit':
      return planReader(path);
    case 'campaign':
      return campaignReader(value as Campaign, path);
    case 'guide':
      return guideReaders[(value as Guide).kind];
    case 'frame':
      return frameReader(path);
    case 'profile':
      return null;
    case 'list':
      if (top[0] === 'laws') return lawReader(value as LawSentence, path);
      return top[0] === 'services' ? serviceReader(value as Service, path) : null;
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

/** Whoever may be sent to a service reads what it is for. */
function serviceReader({ audience }: Service, path: Path): Audience | null {
  if (!['for', 'what', 'note'].includes(path.at(-1) as string)) return null;
  return audience.includes('pupils') ? 'pupils' : 'parents';
}

function lawReader(law: LawSentence, path: Path): Audience | null {
  if (path.at(-1) !== 'text') return null;
  return law.audience && !law.audience.includes('pupils') ? 'parents' : 'pupils';
}
