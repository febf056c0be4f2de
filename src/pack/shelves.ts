import type { Job } from '../build/plan.js';
import { changeable } from '../documents/kind.js';
import { asFileName } from '../library/file-names.js';
import type { SelectedGuide } from '../select/guide.js';
import type { SelectedPlan, SelectedPoster } from '../select/select.js';
import type { SelectedUnit } from '../select/unit.js';

/** Who takes a document out of a pack, by its kind: the name of the innermost folder. */
const readers: Readonly<Record<string, string>> = {
  'teacher-notes': 'For teachers',
  answers: 'For teachers',
  'review-copy': 'For teachers',
  'unit-overview': 'The whole unit',
  'unit-assessment': 'For teachers',
  slides: 'On the screen',
  worksheet: 'For pupils',
  cards: 'For pupils',
  'class-kit': 'For pupils',
  poster: 'For the wall',
  social: 'For social media',
  'parent-guide': 'For parents',
  'staff-briefing': 'For staff',
  'lead-sheet': 'For the safeguarding lead',
  'help-card': 'For pupils',
};

/** What parents may see of lessons: what pupils see and take home, and what is said to them. */
const forParents = new Set([
  'slides',
  'worksheet',
  'cards',
  'class-kit',
  'unit-overview',
  'poster',
  'parent-guide',
  'help-card',
]);

/**
 * Whether a document is in the pack for parents. What is in it is to be
 * seen, not changed. A deck for screens holds the teacher’s notes, its PDF does not.
 */
export function isForParents({ kind, of, format }: Pick<Job, 'kind' | 'of' | 'format'>): boolean {
  if (changeable.includes(format)) return false;
  return forParents.has(kind) && !(kind === 'slides' && (of === 'guide' || format !== 'pdf'));
}

/** What one sort of file gives to one school; which fields there are depends on `of`. */
export type Chosen = SelectedPlan | SelectedUnit | SelectedPoster | SelectedGuide;

/** Where a document stands in a pack: headings from the widest to its own, and whose it is. */
export interface Shelf {
  levels: string[];
  reader: string;
}

/** The place of a document in a pack, before what all of its documents share is left out. */
export function shelfOf({ of, kind }: Pick<Job, 'of' | 'kind'>, chosen: Chosen): Shelf {
  const reader = of === 'guide' && kind === 'slides' ? 'For staff' : (readers[kind] ?? 'For teachers');
  return { levels: levelsOf(of, chosen), reader };
}

function levelsOf(of: Job['of'], chosen: Chosen): string[] {
  if (of === 'plan') {
    const { band, unit, lesson, plan } = chosen as SelectedPlan;
    const above = unit ? unitTitle(unit) : 'Tutor time';
    return [band.name, above, lesson ? `Lesson ${lesson.order} ${plan.title}` : plan.title];
  }
  if (of === 'unit') {
    const { band, unit } = chosen as SelectedUnit;
    return [band.name, unitTitle(unit)];
  }
  if (of === 'guide') return ['Guides', (chosen as SelectedGuide).guide.title];
  return ['Campaigns', (chosen as SelectedPoster).campaign.title];
}

function unitTitle({ order, title }: { order: number; title: string }): string {
  return `Unit ${order} ${title}`;
}

/** The levels that all shelves of a pack share, wherever they stand: the pack itself says these. */
export function sharedLevels(shelves: readonly Shelf[]): string[] {
  const [first, ...others] = shelves;
  return (first?.levels ?? []).filter((level, index) => others.every((other) => other.levels[index] === level));
}

/** The levels of a shelf that tell it from others in its pack. */
export function ownLevels({ levels }: Shelf, shared: readonly string[]): string[] {
  return levels.filter((level) => !shared.includes(level));
}

/** The folder of a shelf in the pack. */
export function folderOf(shelf: Shelf, shared: readonly string[]): string {
  return [...ownLevels(shelf, shared), shelf.reader].map(asFileName).join('/');
}
