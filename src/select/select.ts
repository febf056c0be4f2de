import type { Band, Entry, Library, Plan } from '../library/library.js';
import type { Campaign, Lesson, Poster, Profile, Service, SocialPicture, Unit } from '../library/types.js';
import type { ForBand } from './age-gate.js';
import { forBand } from './age-gate.js';
import type { DayInWords, Selected } from './base.js';
import { dayOf, selectBase, withMarks } from './base.js';
import type { MarkContext } from './marks.js';

/** A lesson or session for one band and one school, with all marks resolved. */
export interface SelectedPlan extends Selected {
  /** Without the activities that the school leaves out; its minutes are those of what is left. */
  plan: ForBand<Plan>;
  /** What the school leaves out of this plan. */
  leftOut: { title: string; minutes: number }[];
  /** Only lessons belong to a unit. */
  lesson: ForBand<Lesson> | null;
  unit: ForBand<Unit> | null;
  day: DayInWords | null;
  /** Statements that the plan claims, in the guidance's order. */
  statements: { id: string; strand: string; text: string }[];
  /** The services of the plan, in its order. */
  helpers: Service[];
}

/** A poster of a campaign for one school, gated to the youngest who pass it. */
export interface SelectedPoster extends Selected {
  campaign: { id: string; title: string; colours: Campaign['colours'] };
  poster: ForBand<Poster>;
  day: DayInWords;
}

/** A picture for social media, with the poster whose headline and art it uses. */
export interface SelectedSocial extends SelectedPoster {
  picture: ForBand<SocialPicture>;
}

/** Everything that one band may see of a plan, in the words of one school. */
export function selectPlan(
  library: Library,
  entry: Entry<Plan>,
  band: Band,
  profile: Entry<Profile> | null,
): SelectedPlan {
  const base = selectBase(library, band, profile);
  const raw = entry.value;
  const whole = forBand(raw as Plan, band) as ForBand<Plan>;
  const isTaught = ({ id }: { id: string }) => !base.selected.school.leftOut.includes(`${raw.id}/${id}`);
  const taught = whole.activities.filter(isTaught);
  const minutes = taught.reduce((sum, activity) => sum + activity.minutes, 0);
  const gated = { ...whole, activities: taught, minutes };
  const day = 'day' in raw ? dayOf(library, raw.day) : null;
  const marks: MarkContext = {
    ...base.marks,
    day,
    words: new Map((gated['key-words'] ?? []).map((word) => [word.id, word.word])),
  };
  const plan = withMarks(gated, marks);
  const unit = 'unit' in raw ? library.units.get(raw.unit)?.value : undefined;
  return {
    ...base.selected,
    frame: withMarks(base.selected.frame, marks),
    plan,
    leftOut: whole.activities
      .filter((activity) => !isTaught(activity))
      .map(({ title, minutes }) => ({ title, minutes })),
    lesson: 'unit' in plan ? plan : null,
    unit: unit?.bands.includes(band) ? withMarks(forBand(unit, band) as ForBand<Unit>, marks) : null,
    day,
    statements: [...plan.statements, ...('law-topics' in plan ? (plan['law-topics'] ?? []) : [])].flatMap((id) => {
      const statement = library.statements.get(id)?.value;
      return statement ? [{ id, strand: statement.strand, text: statement.text }] : [];
    }),
    helpers: plan.services.flatMap((id) => base.selected.services.get(id) ?? []),
  };
}

/**
 * Everything that the youngest readers of a poster may see, in the words of one school.
 * @param id the poster
 */
export function selectPoster(
  library: Library,
  entry: Entry<Campaign>,
  id: string,
  profile: Entry<Profile> | null,
): SelectedPoster {
  const campaign = entry.value;
  const poster = campaign.posters.find((candidate) => candidate.id === id) as Poster;
  const band = youngest(passersBy(poster.bands, profile));
  const base = selectBase(library, band, profile);
  const day = dayOf(library, campaign.day) ?? { name: campaign.day, date: '', marked: null };
  const gated = forBand(campaign, band) as ForBand<Campaign>;
  const own = gated.posters.find((candidate) => candidate.id === id) as ForBand<Poster>;
  return {
    ...base.selected,
    campaign: {
      id: campaign.id,
      title: gated.title,
      colours: campaign.colours,
    },
    poster: withMarks(own, { ...base.marks, day }),
    day,
  };
}

/**
 * The picture for social media of a campaign in the words of one school, gated as its poster is. Names of people in school
 * are not for the public.
 * @param id the picture
 */
export function selectSocial(
  library: Library,
  entry: Entry<Campaign>,
  id: string,
  profile: Entry<Profile> | null,
): SelectedSocial {
  const raw = entry.value.social?.find((candidate) => candidate.id === id) as SocialPicture;
  const nameless = profile && withoutNames(profile);
  const selected = selectPoster(library, entry, raw.poster, nameless);
  const { marks } = selectBase(library, selected.band.id, nameless);
  const picture = withMarks(forBand(raw, selected.band.id) as ForBand<SocialPicture>, { ...marks, day: selected.day });
  return { ...selected, picture };
}

function withoutNames(profile: Entry<Profile>): Entry<Profile> {
  const { adult: _adult, lead: _lead, deputies: _deputies, ...value } = profile.value;
  return { ...profile, value };
}

/**
 * The bands that walk past a poster in a school: those it is for, without bands that are too young for the school. A
 * poster is gated at the youngest of them.
 */
export function passersBy(bands: readonly Band[], profile: Entry<Profile> | null): Band[] {
  const from = profile?.value['youngest-band'] ?? 'ks3';
  return bands.filter((band) => band >= from);
}

/** The youngest of some bands. */
export function youngest(among: readonly Band[]): Band {
  return [...among].sort()[0] as Band;
}
