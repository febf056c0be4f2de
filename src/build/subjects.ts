import type { DocumentKind, Selections } from '../documents/kind.js';
import type { Band, Entry, Library, Plan } from '../library/library.js';
import { bands as allBands, plansOf } from '../library/library.js';
import type { Campaign, Guide, Profile, Unit } from '../library/types.js';
import { selectGuide } from '../select/guide.js';
import { passersBy, selectPlan, selectPoster, selectSocial, youngest } from '../select/select.js';
import { selectUnit } from '../select/unit.js';
import type { Signable } from '../sign-off/parts.js';

/** One part of a file of which each kind makes a document: a lesson for a band, a poster of a campaign. */
export interface Part {
  /** For whom it is: the youngest who meet it; null for adults. */
  band: Band | null;
  /** All bands that meet it. */
  bands: readonly Band[];
  /** The part of a campaign, such as the name of the poster. */
  part: string | null;
  /** What tells its documents from those of other parts of the file. */
  name: string | null;
}

/** A sort of file that documents are made of. */
export interface Subject<Of extends keyof Selections, Value extends Signable> {
  of: Of;
  entries(library: Library): Iterable<Entry<Value>>;
  /** The words of a wish that mean it: its id, its unit, its bands. */
  names(value: Value): string[];
  parts(value: Value, profile: Entry<Profile> | null): Part[];
  select(library: Library, entry: Entry<Value>, part: Part, profile: Entry<Profile> | null): Selections[Of];
}

const plans: Subject<'plan', Plan> = {
  of: 'plan',
  entries: plansOf,
  names: (plan) => [plan.id, ...('unit' in plan ? [plan.unit] : []), ...plan.bands],
  parts: ({ id, bands }, profile) => (isLeftOut(profile, id) ? [] : bandParts(bands)),
  select: (library, entry, { band }, profile) => selectPlan(library, entry, band as Band, profile),
};

const units: Subject<'unit', Unit> = {
  of: 'unit',
  entries: ({ units: map }) => map.values(),
  names: ({ id, bands }) => [id, ...bands],
  parts: ({ bands }) => bandParts(bands),
  select: (library, entry, { band }, profile) => selectUnit(library, entry, band as Band, profile),
};

const posters: Subject<'poster', Campaign> = {
  of: 'poster',
  entries: ({ campaigns }) => campaigns.values(),
  names: ({ id }) => [id],
  parts: ({ posters: all }, profile) =>
    all.flatMap(({ id, bands }): Part[] => {
      const passing = passersBy(bands, profile);
      if (passing.length === 0) return [];
      return [{ band: youngest(passing), bands: passing, part: id, name: all.length > 1 ? id : null }];
    }),
  select: (library, entry, { part }, profile) => selectPoster(library, entry, part as string, profile),
};

const socials: Subject<'social', Campaign> = {
  of: 'social',
  entries: ({ campaigns }) => campaigns.values(),
  names: ({ id }) => [id],
  parts: ({ posters: all, social = [] }, profile) =>
    social.flatMap(({ id, poster }): Part[] => {
      const passing = passersBy(all.find((candidate) => candidate.id === poster)?.bands ?? [], profile);
      return passing.length === 0 ? [] : [{ band: youngest(passing), bands: passing, part: id, name: id }];
    }),
  select: (library, entry, { part }, profile) => selectSocial(library, entry, part as string, profile),
};

const guides: Subject<'guide', Guide> = {
  of: 'guide',
  entries: ({ guides: map }) => map.values(),
  names: ({ id }) => [id],
  parts: ({ bands }, profile) =>
    bands ? bandParts(passersBy(bands, profile)) : [{ band: null, bands: allBands, part: null, name: null }],
  select: (library, entry, { band }, profile) => selectGuide(library, entry, band, profile),
};

/** Every sort of file that documents are made of, in the order in which they are made. */
export const subjects = [plans, units, posters, socials, guides] as const;

/** The sort of file that a kind is made of. */
export function subjectOf<Of extends DocumentKind['of']>(of: Of) {
  return subjects.find((subject) => subject.of === of) as unknown as Subject<Of, Signable>;
}

/** Whether a school does not teach a lesson at all. */
function isLeftOut(profile: Entry<Profile> | null, id: string): boolean {
  return profile?.value['leave-out']?.lessons?.includes(id) ?? false;
}

function bandParts(bands: readonly Band[]): Part[] {
  return allBands
    .filter((band) => bands.includes(band))
    .map((band) => ({ band, bands: [band], part: null, name: bands.length > 1 ? band : null }));
}
