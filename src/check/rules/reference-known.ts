import type { Entry, Library } from '../../library/library.js';
import { plansOf } from '../../library/library.js';
import type { Path } from '../../library/place.js';
import type { Activity } from '../../library/types.js';
import { nearest } from '../../terminal/nearest.js';
import type { Finding } from '../rule.js';
import { defineRule, fixedFor } from '../rule.js';
import { walk } from '../walk.js';

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
    const lookUp = (
      entry: Entry<unknown>,
      path: Path,
      what: string,
      id: string,
      known: Iterable<string>,
    ): Finding[] => {
      const list = [...known];
      return list.includes(id)
        ? []
        : [this.at(entry.source, path, { what, id, nearest: nearest(id, list), known: list })];
    };
    for (const entry of plansOf(library)) {
      const plan = entry.value;
      if ('unit' in plan) yield* lookUp(entry, ['unit'], 'unit', plan.unit, idsOf(library, library.units, 'unit'));
      if ('day' in plan) yield* lookUp(entry, ['day'], 'awareness day', plan.day, library.days.keys());
      if ('revisits' in plan)
        for (const { key, id, path } of idsIn(entry)) {
          if (key === 'revisits') yield* lookUp(entry, path, 'lesson', id, idsOf(library, library.lessons, 'ks'));
        }
      if ('split-after' in plan) {
        const known = plan.activities.map((activity) => activity.id);
        yield* lookUp(entry, ['split-after'], 'activity', plan['split-after'], known);
      }
      yield* inActivities(library, entry, lookUp);
    }
    for (const entry of library.campaigns.values()) {
      yield* lookUp(entry, ['day'], 'awareness day', entry.value.day, library.days.keys());
      const posters = entry.value.posters.map((poster) => poster.id);
      for (const [index, social] of (entry.value.social ?? []).entries()) {
        yield* lookUp(entry, ['social', index, 'poster'], 'poster', social.poster, posters);
      }
    }
    for (const entry of library.profiles.values()) {
      const { local, services = [] } = entry.value;
      if (local)
        yield* lookUp(
          entry,
          ['local'],
          'local service',
          local,
          services.map((service) => service.id),
        );
    }
    const known = {
      topics: ['topic', [...library.topics.keys()]],
      statements: ['statement', [...library.statements.keys()]],
      'law-topics': ['law topic', [...library.statements.keys()]],
      services: ['service', [...library.services.keys()]],
      service: ['service', [...library.services.keys()]],
      law: ['law sentence', [...library.laws.keys()]],
    } as const;
    for (const entry of [...plansOf(library), ...library.campaigns.values(), ...library.guides.values()]) {
      for (const { key, id, path } of idsIn(entry)) {
        if (!(key in known)) continue;
        const [what, ids] = known[key as keyof typeof known];
        const people = key === 'services' && (isPoster(path) || 'sections' in entry.value) ? ['school', 'local'] : [];
        yield* lookUp(entry, path, what, id, [...ids, ...people]);
      }
    }
  },
});

/** Ids of files, those that could not be read included: they are reported once, as what they are. */
function idsOf(library: Library, map: ReadonlyMap<string, unknown>, prefix: string): string[] {
  const broken = library.broken.flatMap(({ id }) => (id && (prefix === 'unit' || id.startsWith(prefix)) ? [id] : []));
  return [...map.keys(), ...broken];
}

function isPoster(path: Path): boolean {
  return path[0] !== 'services';
}

/** Every text with the key that it stands under, band maps left aside. */
function* idsIn(entry: Entry<unknown>): Generator<{ key: string; id: string; path: Path }> {
  for (const { value, path } of walk(entry)) {
    if (typeof value !== 'string') continue;
    const key = path.findLast((step) => typeof step === 'string' && !/^ks[345]$/.test(step));
    yield { key: String(key), id: value, path };
  }
}

type LookUp = (entry: Entry<unknown>, path: Path, what: string, id: string, known: Iterable<string>) => Finding[];

/** References inside the activities of one plan: outcomes by number, slides and routines of steps, agreement lines. */
function* inActivities(
  library: Library,
  entry: ReturnType<typeof plansOf>[number],
  lookUp: LookUp,
): Generator<Finding> {
  const { outcomes, activities } = entry.value;
  const most = Array.isArray(outcomes)
    ? outcomes.length
    : Math.max(...Object.values(outcomes).map((list) => (list ?? []).length));
  const numbers = Array.from({ length: most }, (_item, index) => String(index + 1));
  const frame = library.frame?.value;
  for (const [index, activity] of activities.entries()) {
    const at = ['activities', index] as const;
    for (const [position, outcome] of (activity.outcomes ?? []).entries()) {
      yield* lookUp(entry, [...at, 'outcomes', position], 'outcome', String(outcome), numbers);
    }
    const slides = (activity.slides ?? []).map((slide) => slide.id);
    for (const { path, step } of stepsOf(activity, at)) {
      if (step.show !== undefined) yield* lookUp(entry, [...path, 'show'], 'slide in this activity', step.show, slides);
      if (step.routine !== undefined && frame) {
        yield* lookUp(
          entry,
          [...path, 'routine'],
          'routine',
          step.routine,
          frame.routines.map((routine) => routine.id),
        );
      }
    }
    for (const [position, slide] of (activity.slides ?? []).entries()) {
      if (slide.layout === 'words') {
        const words = (entry.value['key-words'] ?? []).map((word) => word.id);
        const ids = Array.isArray(slide.words) ? { all: slide.words } : slide.words;
        for (const [band, list] of Object.entries(ids)) {
          for (const [number, id] of (list ?? []).entries()) {
            const path = [...at, 'slides', position, 'words', ...(band === 'all' ? [] : [band]), number];
            yield* lookUp(entry, path, 'key word of this plan', id, words);
          }
        }
      }
      if (slide.layout !== 'agreement' || !frame) continue;
      for (const [number, id] of (slide['half-written'] ?? []).entries()) {
        const path = [...at, 'slides', position, 'half-written', number];
        yield* lookUp(
          entry,
          path,
          'line of the agreement',
          id,
          frame.agreement.map((line) => line.id),
        );
      }
    }
  }
}

function stepsOf(activity: Activity, at: Path): { path: Path; step: { show?: string; routine?: string } }[] {
  const { steps } = activity;
  if (Array.isArray(steps)) return steps.map((step, index) => ({ path: [...at, 'steps', index], step }));
  return Object.entries(steps).flatMap(([band, list]) =>
    (list ?? []).map((step, index) => ({ path: [...at, 'steps', band, index], step })),
  );
}
