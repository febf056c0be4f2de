import type { Band, Entry, Library } from '../library/library.js';
import { bands as allBands } from '../library/library.js';
import type { Activity, Files, Lesson, Profile } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import { MissingBandError, NotForBandError } from '../select/age-gate.js';
import { selectPlan } from '../select/select.js';

/** A lesson that names a statement, in one of its bands. */
interface Teaching {
  id: string;
  band: Band;
}

/** A statement of the guidance, and the lessons that teach it, in the order of the programme. */
export interface CoveredStatement {
  id: string;
  strand: string;
  weight: Files['statements']['statements'][number]['weight'];
  text: string;
  lessons: Teaching[];
}

/** Minutes of lessons that are about a strand, by band. */
interface StrandMinutes {
  strand: string;
  minutes: Record<Band, number>;
}

/** What a programme teaches. Sessions and campaigns do not count: they revisit what lessons have taught. */
export interface Coverage {
  bands: readonly Band[];
  lessons: { id: string; title: string; unit: string; band: Band; minutes: number }[];
  statements: CoveredStatement[];
  /** Core statements that no lesson teaches. */
  gaps: string[];
  /** Core statements that are taught in one band alone, so that nothing comes back to them. */
  once: string[];
  /**
   * The minutes of each activity, shared equally among the strands of the statements that it names. Activities that name
   * none (to settle, to close) count for no strand.
   */
  strands: StrandMinutes[];
  /** Lessons with something wrong in them for a band, so that nothing of them counts there. */
  uncounted: string[];
}

/**
 * Works out which statements are taught where.
 * @param bands the bands to look at
 * @param profile the school, which may leave lessons out; null for the whole library
 */
export function coverageOf(library: Library, bands: readonly Band[], profile: Entry<Profile> | null): Coverage {
  const out = profile?.value['leave-out']?.lessons ?? [];
  const wanted = inOrder(library)
    .filter(({ value }) => !out.includes(value.id))
    .flatMap((entry) =>
      bands
        .filter((band) => (entry.value.bands as readonly Band[]).includes(band))
        .map((band) => ({ id: entry.value.id, band, plan: lessonFor(library, entry, band, profile) })),
    );
  const taught = wanted.flatMap(({ band, plan }) => (plan ? [{ band, plan }] : []));
  const statements = [...library.statements.values()].map(
    ({ value: { id, strand, weight, text } }): CoveredStatement => ({
      id,
      strand,
      weight,
      text,
      lessons: taught.filter(({ plan }) => namesOf(plan).includes(id)).map(({ plan, band }) => ({ id: plan.id, band })),
    }),
  );
  const core = statements.filter(({ weight }) => weight === 'core');
  return {
    bands,
    lessons: taught.map(({ plan, band }) => ({
      id: plan.id,
      title: plan.title,
      unit: plan.unit,
      band,
      minutes: plan.minutes,
    })),
    statements,
    gaps: core.filter(({ lessons }) => lessons.length === 0).map(({ id }) => id),
    once: core.filter(({ lessons }) => new Set(lessons.map(({ band }) => band)).size === 1).map(({ id }) => id),
    strands: minutesByStrand(library, taught),
    uncounted: [...new Set(wanted.filter(({ plan }) => plan === null).map(({ id }) => id))],
  };
}

/** A lesson as a band is taught it; null where it does not pass the age gate, which the check reports. */
function lessonFor(
  library: Library,
  entry: Entry<Lesson>,
  band: Band,
  profile: Entry<Profile> | null,
): ForBand<Lesson> | null {
  try {
    return selectPlan(library, entry, band, profile).plan as ForBand<Lesson>;
  } catch (error) {
    if (error instanceof MissingBandError || error instanceof NotForBandError) return null;
    throw error;
  }
}

/** Lessons by band, unit and their place in it. */
function inOrder(library: Library): Entry<Lesson>[] {
  const place = ({ value: { unit, order } }: Entry<Lesson>) =>
    [library.units.get(unit)?.value.order ?? 0, order] as const;
  return [...library.lessons.values()].sort((one, other) => {
    const [unit, order] = place(one);
    const [otherUnit, otherOrder] = place(other);
    return unit - otherUnit || order - otherOrder;
  });
}

function namesOf(plan: ForBand<Lesson>): string[] {
  return [...plan.statements, ...(plan['law-topics'] ?? [])];
}

function minutesByStrand(library: Library, taught: readonly { band: Band; plan: ForBand<Lesson> }[]): StrandMinutes[] {
  const strands = new Map<string, Record<Band, number>>();
  for (const { value } of library.statements.values()) strands.set(value.strand, { ks3: 0, ks4: 0, ks5: 0 });
  for (const { band, plan } of taught) {
    for (const { minutes, statements = [] } of plan.activities as ForBand<Activity>[]) {
      const own = [...new Set(statements.flatMap((id) => library.statements.get(id)?.value.strand ?? []))];
      for (const strand of own) (strands.get(strand) as Record<Band, number>)[band] += minutes / own.length;
    }
  }
  return [...strands]
    .map(([strand, minutes]) => ({ strand, minutes: mapped(minutes, Math.round) }))
    .filter(({ minutes }) => allBands.some((band) => minutes[band] > 0));
}

function mapped(minutes: Record<Band, number>, change: (value: number) => number): Record<Band, number> {
  return { ks3: change(minutes.ks3), ks4: change(minutes.ks4), ks5: change(minutes.ks5) };
}
