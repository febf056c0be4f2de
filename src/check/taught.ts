import type { Band, Entry, Library, Plan } from '../library/library.js';
import { bands as allBands, plansOf } from '../library/library.js';
import type { Path } from '../library/place.js';
import type { Activity } from '../library/types.js';
import type { ForBand } from '../select/age-gate.js';
import { forBand, MissingBandError } from '../select/age-gate.js';
import { fieldPath } from '../select/field-path.js';

type Step = ForBand<Activity>['steps'][number];

/** A plan as one band is taught it: blocks of other bands are gone, routines have become their steps. */
export interface TaughtPlan {
  entry: Entry<Plan>;
  band: Band;
  plan: ForBand<Plan>;
  activities: readonly TaughtActivity[];
  /** The path in the file of something of the plan, by where it says that it stood. */
  path(at: string): Path;
}

/** An activity with its steps in the order in which they happen. */
export interface TaughtActivity {
  activity: ForBand<Activity>;
  steps: readonly TaughtStep[];
}

/** A step, with lines of the frame in the place of their marks. */
export interface TaughtStep extends Omit<Step, 'at'> {
  /** Where the step stands in the plan; for a step of a routine, where the routine is called. */
  at: string;
}

/** Each plan of a library once for each of its bands. */
export function taughtPlans(library: Library): TaughtPlan[] {
  return plansOf(library).flatMap((entry) => asTaught(entry, library.frame));
}

/** A plan once for each of its bands. Where it lacks a text for a band, that is left to another rule. */
export function asTaught(entry: Entry<Plan>, frame: Library['frame']): TaughtPlan[] {
  return allBands.filter((band) => entry.value.bands.includes(band)).flatMap((band) => taught(entry, frame, band));
}

function taught(entry: Entry<Plan>, whole: Library['frame'], band: Band): TaughtPlan[] {
  try {
    const plan = forBand(entry.value, band) as ForBand<Plan>;
    const frame = whole ? forBand(whole.value, band) : null;
    const lines = new Map((frame?.lines ?? []).map(({ id, text }) => [id, text]));
    const routines = new Map((frame?.routines ?? []).map(({ id, steps }) => [id, steps]));
    const withLines = (step: Step, at: string): TaughtStep => ({ ...inStep(step, lines), at });
    const activities = plan.activities.map((activity) => ({
      activity,
      steps: activity.steps.flatMap((step) =>
        step.routine === undefined
          ? [withLines(step, step.at)]
          : (routines.get(step.routine) ?? []).map((own) => withLines(own, step.at)),
      ),
    }));
    return [{ entry, band, plan, activities, path: (at) => fieldPath(entry.value, at, band) }];
  } catch (error) {
    if (error instanceof MissingBandError) return [];
    throw error;
  }
}

/** The texts of a step with lines of the frame in the place of their marks. */
function inStep(step: Step, lines: ReadonlyMap<string, string>): Step {
  return Object.fromEntries(
    Object.entries(step).map(([key, value]) => [
      key,
      value.replace(/\$[Ff]rame\.([a-z0-9-]+)/g, (mark, id: string) => lines.get(id) ?? mark),
    ]),
  ) as Step;
}

/** What a teacher says to the class in some steps, in order, without marks of emphasis. */
export function said(steps: readonly TaughtStep[]): string[] {
  return steps.flatMap(({ say }) => say?.replaceAll('_', '') ?? []);
}

/** The steps before the class talks for the first time, and the activity in which it does. */
export function beforeTheyTalk({ activities }: TaughtPlan): {
  steps: TaughtStep[];
  talk: ForBand<Activity> | null;
} {
  const steps: TaughtStep[] = [];
  for (const { activity, steps: own } of activities) {
    if (['pairs', 'threes', 'groups'].includes(activity.grouping)) return { steps, talk: activity };
    for (const step of own) {
      if (step.ask !== undefined) return { steps, talk: activity };
      steps.push(step);
    }
  }
  return { steps, talk: null };
}
