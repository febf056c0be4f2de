import { documentKinds } from '../documents/index.js';
import type { BaseModel, DocumentKind } from '../documents/kind.js';
import type { Band, Entry, Library, Plan } from '../library/library.js';
import { bands as allBands, plansOf } from '../library/library.js';
import type { Campaign, Profile } from '../library/types.js';
import { passersBy, selectPlan, selectPoster, youngest } from '../select/select.js';
import { statusOf } from '../sign-off/state.js';

/** One document to make, as plain data. */
export interface Job {
  /** The file to write, relative to the output folder, with forward slashes. */
  path: string;
  kind: string;
  format: 'pdf';
  /** The band it is for; for a poster the youngest who pass it. */
  band: Band;
  /** The id of the profile, or null. */
  profile: string | null;
  size: string | null;
  /** The YAML file it is made of, as people see it. */
  source: string;
  /** The id of the lesson, session or campaign. */
  lesson: string;
  /** The part of a campaign, such as the name of the poster. */
  part: string | null;
}

/** What to make. Empty lists mean everything. */
export interface Wish {
  /** Ids of lessons, sessions, units, campaigns, or bands. */
  what: readonly string[];
  bands: readonly Band[];
  kinds: readonly string[];
  profiles: readonly (Entry<Profile> | null)[];
}

/** The list of documents that a wish asks for, in order; nothing is composed or printed yet. */
export function planBuild(library: Library, wish: Wish): Job[] {
  const plans = plansOf(library).filter((entry) => wants(wish.what, entry.value));
  const campaigns = [...library.campaigns.values()].filter(
    (entry) => wish.what.length === 0 || wish.what.includes(entry.value.id),
  );
  const kinds = documentKinds.filter((kind) => wish.kinds.length === 0 || wish.kinds.includes(kind.id));
  return wish.profiles.flatMap((profile) => [
    ...plans
      .filter((entry) => !isLeftOut(profile, entry.value.id))
      .flatMap((entry) => planJobs(library, entry, wish, kinds, profile)),
    ...campaigns.flatMap((entry) => posterJobs(entry, wish, kinds, profile)),
  ]);
}

/** Whether a school does not teach a lesson at all. */
function isLeftOut(profile: Entry<Profile> | null, id: string): boolean {
  return profile?.value['leave-out']?.lessons?.includes(id) ?? false;
}

/** Whether a plan is asked for: by its id, its unit, or one of its bands. */
export function wants(what: readonly string[], plan: Plan): boolean {
  if (what.length === 0) return true;
  const names = [plan.id, ...('unit' in plan ? [plan.unit] : []), ...plan.bands];
  return what.some((name) => names.includes(name));
}

/** The bands of a plan that a wish asks for, as words of `what` or with --band. */
function wantedBands(plan: Plan, { what, bands }: Wish): Band[] {
  const named = what.includes(plan.id) || ('unit' in plan && what.includes(plan.unit));
  const inWhat = allBands.filter((band) => what.includes(band));
  return allBands.filter(
    (band) =>
      plan.bands.includes(band) &&
      (bands.length === 0 || bands.includes(band)) &&
      (what.length === 0 || named || inWhat.includes(band)),
  );
}

function planJobs(
  library: Library,
  entry: Entry<Plan>,
  wish: Wish,
  kinds: readonly DocumentKind[],
  profile: Entry<Profile> | null,
): Job[] {
  return wantedBands(entry.value, wish).flatMap((band) => {
    const selected = selectPlan(library, entry, band, profile);
    return kinds.flatMap((kind): Job[] =>
      kind.of === 'plan' && kind.applies(selected)
        ? [
            {
              path: fileName([entry.value.id, entry.value.bands.length > 1 && band, kind.id, profile?.value.id]),
              kind: kind.id,
              format: 'pdf',
              band,
              profile: profile?.value.id ?? null,
              size: null,
              source: entry.source.name,
              lesson: entry.value.id,
              part: null,
            },
          ]
        : [],
    );
  });
}

function posterJobs(
  entry: Entry<Campaign>,
  { bands }: Wish,
  kinds: readonly DocumentKind[],
  profile: Entry<Profile> | null,
): Job[] {
  const { id, posters } = entry.value;
  return posters.flatMap((poster) => {
    const passing = passersBy(poster.bands, profile);
    if (passing.length === 0) return [];
    const band = youngest(passing);
    if (bands.length > 0 && !bands.some((wanted) => passing.includes(wanted))) return [];
    return kinds.flatMap((kind): Job[] =>
      kind.of === 'poster'
        ? kind.sizes.map((size) => ({
            path: fileName([id, posters.length > 1 && poster.id, kind.id, size, profile?.value.id]),
            kind: kind.id,
            format: 'pdf',
            band,
            profile: profile?.value.id ?? null,
            size,
            source: entry.source.name,
            lesson: id,
            part: poster.id,
          }))
        : [],
    );
  });
}

function fileName(parts: (string | false | undefined)[]): string {
  return `${parts.filter(Boolean).join('-')}.pdf`;
}

/** The model of a planned document: the age gate, the profile and the composing in one go. */
export function composeJob(library: Library, job: Job): BaseModel {
  const profile = job.profile === null ? null : (library.profiles.get(job.profile) ?? null);
  const kind = documentKinds.find((candidate) => candidate.id === job.kind);
  if (kind?.of === 'poster') {
    const entry = library.campaigns.get(job.lesson) as Entry<Campaign>;
    const index = entry.value.posters.findIndex((poster) => poster.id === job.part);
    return kind.compose(selectPoster(library, entry, index, profile), statusOf(library, entry), job.size ?? '');
  }
  const entry = plansOf(library).find((candidate) => candidate.value.id === job.lesson) as Entry<Plan>;
  if (kind?.of !== 'plan') throw new Error(`There is no kind ${job.kind}.`);
  return kind.compose(selectPlan(library, entry, job.band, profile), statusOf(library, entry));
}

/** The file that a job is made of. */
export function entryOf(library: Library, job: Job): Entry<unknown> {
  return (plansOf(library).find((entry) => entry.value.id === job.lesson) ??
    library.campaigns.get(job.lesson)) as Entry<unknown>;
}
