import type { Entry, Library, Plan } from '../../library/library.js';
import { plansOf } from '../../library/library.js';
import type { Path } from '../../library/place.js';
import type { Activity } from '../../library/types.js';
import { nearest } from '../../terminal/nearest.js';
import { idField, idFieldNames } from '../id-fields.js';
import { defineRule, fixedFor } from '../rule.js';
import { textsIn } from '../walk.js';

/** What “pshe list” can show, in the singular. */
const listed = new Set(['lesson', 'unit', 'guide', 'campaign', 'service', 'statement', 'topic']);

/** An id must be of something that is there; a mistyped one would silently leave something out. */
export const referenceKnown = defineRule<{
  what: string;
  id: string;
  nearest: string | null;
  known: readonly string[];
}>({
  id: 'reference-known',
  group: 'exactness',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Every id names something that exists: unit, topic, statement, service, slide, outcome and so on.',
  message: ({ what, id }) => `There is no ${what} “${id}”.`,
  hint: ({ nearest: near, known, what }) => {
    if (near) return `Did you mean “${near}”?`;
    if (known.length === 0) return 'There is none yet: add it first.';
    if (known.length <= 16) return `There are: ${known.join(', ')}.`;
    return listed.has(what)
      ? `See “pshe list ${what}s”.`
      : `There are ${known.length}, such as ${known.slice(0, 8).join(', ')}.`;
  },
  *check(library) {
    for (const { entry, part, value, path, field } of textsIn(library, idFieldNames)) {
      const known = ['plan', 'campaign', 'guide'].includes(part) && idField({ field, path });
      if (!known) continue;
      // In a guide and on a poster help may also be a person in school.
      const people = field === 'services' && (part === 'guide' || path[0] !== 'services') ? ['school', 'local'] : [];
      for (const args of lookUp(known.what, value, [...idsOf(library, known.of), ...people]))
        yield this.at(entry.source, path, args);
    }
    for (const { entry, path, what, id, ids } of referencesWithin(library)) {
      for (const args of lookUp(what, id, ids)) yield this.at(entry.source, path, args);
    }
  },
});

/** Nothing where an id is in a list, otherwise what the rule says about it. */
function lookUp(what: string, id: string, known: readonly string[]) {
  return known.includes(id) ? [] : [{ what, id, nearest: nearest(id, known), known }];
}

/** Ids of a part of the library; those of files that could not be read included: they are reported once, as what they are. */
function idsOf(
  library: Library,
  of: 'units' | 'lessons' | 'days' | 'topics' | 'statements' | 'services' | 'laws',
): string[] {
  const broken = of === 'units' || of === 'lessons' ? library.broken.flatMap(({ id }) => id ?? []) : [];
  return [...library[of].keys(), ...broken];
}

/** An id of something that must be in the same file or in the frame. */
interface Reference {
  entry: Entry<unknown>;
  path: Path;
  what: string;
  id: string;
  ids: readonly string[];
}

function* referencesWithin(library: Library): Generator<Reference> {
  for (const entry of plansOf(library)) {
    const plan = entry.value;
    const activities = plan.activities.map(({ id }) => id);
    if ('split-after' in plan)
      yield { entry, path: ['split-after'], what: 'activity', id: plan['split-after'], ids: activities };
    for (const [index, activity] of plan.activities.entries())
      for (const reference of inActivity(library, plan, activity, ['activities', index])) yield { entry, ...reference };
  }
  for (const entry of library.units.values()) {
    // A unit may be begun before its lessons.
    if (![...library.lessons.values()].some(({ value }) => value.unit === entry.value.id)) continue;
    const ids = idsOf(library, 'lessons');
    for (const [index, { lesson }] of (entry.value.questions ?? []).entries())
      yield { entry, path: ['questions', index, 'lesson'], what: 'lesson', id: lesson, ids };
  }
  for (const entry of library.campaigns.values()) {
    const ids = entry.value.posters.map((poster) => poster.id);
    for (const [index, { poster }] of (entry.value.social ?? []).entries())
      yield { entry, path: ['social', index, 'poster'], what: 'poster', id: poster, ids };
  }
  for (const entry of library.profiles.values()) {
    const { local, services = [] } = entry.value;
    if (local) yield { entry, path: ['local'], what: 'local service', id: local, ids: services.map(({ id }) => id) };
  }
}

/** References of one activity: outcomes by number, slides and routines of steps, key words, agreement lines. */
function* inActivity(
  library: Library,
  { outcomes, 'key-words': words }: Plan,
  activity: Activity,
  at: Path,
): Generator<Omit<Reference, 'entry'>> {
  const most = Array.isArray(outcomes)
    ? outcomes.length
    : Math.max(...Object.values(outcomes).map((list) => (list ?? []).length));
  const numbers = Array.from({ length: most }, (_item, index) => String(index + 1));
  for (const [position, outcome] of (activity.outcomes ?? []).entries())
    yield { path: [...at, 'outcomes', position], what: 'outcome', id: String(outcome), ids: numbers };
  const frame = library.frame?.value;
  const slides = (activity.slides ?? []).map((slide) => slide.id);
  const routines = frame?.routines.map(({ id }) => id);
  for (const { path, step } of stepsOf(activity, at)) {
    if (step.show !== undefined)
      yield { path: [...path, 'show'], what: 'slide in this activity', id: step.show, ids: slides };
    if (step.routine !== undefined && routines)
      yield { path: [...path, 'routine'], what: 'routine', id: step.routine, ids: routines };
  }
  const known = (words ?? []).map(({ id }) => id);
  const lines = frame?.agreement.map(({ id }) => id);
  for (const [position, slide] of (activity.slides ?? []).entries()) {
    const to = [...at, 'slides', position];
    if (slide.layout === 'words') {
      for (const [band, ids] of Object.entries(Array.isArray(slide.words) ? { all: slide.words } : slide.words)) {
        for (const [number, id] of (ids ?? []).entries()) {
          const path = [...to, 'words', ...(band === 'all' ? [] : [band]), number];
          yield { path, what: 'key word of this plan', id, ids: known };
        }
      }
    }
    if (slide.layout !== 'agreement' || !lines) continue;
    for (const [number, id] of (slide['half-written'] ?? []).entries())
      yield { path: [...to, 'half-written', number], what: 'line of the agreement', id, ids: lines };
  }
}

function stepsOf(activity: Activity, at: Path): { path: Path; step: { show?: string; routine?: string } }[] {
  const { steps } = activity;
  if (Array.isArray(steps)) return steps.map((step, index) => ({ path: [...at, 'steps', index], step }));
  return Object.entries(steps).flatMap(([band, list]) =>
    (list ?? []).map((step, index) => ({ path: [...at, 'steps', band, index], step })),
  );
}
