import type { Path } from '../library/place.js';
import type { Campaign, Guide } from '../library/types.js';

/** Who reads or hears a text. */
type Audience = 'pupils' | 'parents' | 'public' | 'staff';

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
