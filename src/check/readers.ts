import type { Path } from '../library/place.js';
import type { Campaign, Guide } from '../library/types.js';

/** Fields of a plan, and of its activities, that only teachers read. */
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

/** Whether pupils read or hear what stands at a place of a plan, campaign or guide. */
export function isForPupils(value: unknown, path: Path): boolean {
  const { posters, kind } = value as { posters?: unknown; kind?: Guide['kind'] };
  if (posters) return isOnPosterForPupils(value as Campaign, path);
  if (kind) return kind === 'help-card';
  return !path.some((step) => forTeachers.has(step as string)) && path[0] !== 'home-link';
}

function isOnPosterForPupils({ posters, social }: Campaign, [list, index, field]: Path): boolean {
  const at = index as number;
  if (list === 'posters') return posters[at]?.audience === 'pupils' && field !== 'hangs';
  if (list !== 'social') return false;
  return posters.find(({ id }) => id === social?.[at]?.poster)?.audience === 'pupils';
}
