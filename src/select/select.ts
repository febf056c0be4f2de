import type { Band, BandData, Entry, Library, Plan } from '../library/library.js';
import type { Campaign, Frame, Lesson, Poster, Profile, Service, Unit } from '../library/types.js';
import type { ForBand } from './age-gate.js';
import { forBand } from './age-gate.js';
import type { MarkContext } from './marks.js';
import { resolveMarks } from './marks.js';
import type { School } from './school.js';
import { schoolFor, servicesFor } from './school.js';

/** What every document knows: who it is for and who helps. Nothing of another band can be reached from here. */
interface Selected {
  band: BandData;
  school: School;
  frame: ForBand<Frame>;
  /** Services that the band may see, by id. */
  services: ReadonlyMap<string, Service>;
  laws: ReadonlyMap<string, string>;
}

/** A lesson or session for one band and one school, with all marks resolved. */
export interface SelectedPlan extends Selected {
  /** Without the activities that the school leaves out; its minutes are those of what is left. */
  plan: ForBand<Plan>;
  /** What the school leaves out of this plan. */
  leftOut: { title: string; minutes: number }[];
  /** Only lessons belong to a unit. */
  lesson: ForBand<Lesson> | null;
  unit: ForBand<Unit> | null;
  day: { name: string; date: string } | null;
  /** Statements that the plan claims, in the guidance's order. */
  statements: { id: string; strand: string; text: string }[];
  /** The services of the plan, in its order. */
  helpers: Service[];
}

/** A poster of a campaign for one school, gated to the youngest who pass it. */
export interface SelectedPoster extends Selected {
  campaign: { id: string; title: string };
  poster: ForBand<Poster>;
  day: { name: string; date: string };
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
    unit: unit ? withMarks(forBand(unit, band) as ForBand<Unit>, marks) : null,
    day,
    statements: [...plan.statements, ...('law-topics' in plan ? (plan['law-topics'] ?? []) : [])].flatMap((id) => {
      const statement = library.statements.get(id)?.value;
      return statement ? [{ id, strand: statement.strand, text: statement.text }] : [];
    }),
    helpers: plan.services.flatMap((id) => base.selected.services.get(id) ?? []),
  };
}

/** Everything that the youngest readers of a poster may see, in the words of one school. */
export function selectPoster(
  library: Library,
  entry: Entry<Campaign>,
  index: number,
  profile: Entry<Profile> | null,
): SelectedPoster {
  const campaign = entry.value;
  const poster = campaign.posters[index] as Poster;
  const band = youngest(passersBy(poster.bands, profile));
  const base = selectBase(library, band, profile);
  const day = dayOf(library, campaign.day) ?? { name: campaign.day, date: '' };
  const gated = forBand(campaign, band) as ForBand<Campaign>;
  const own = gated.posters.find((candidate) => candidate.at === `posters/${index}`) as ForBand<Poster>;
  return {
    ...base.selected,
    campaign: {
      id: campaign.id,
      title: gated.title,
    },
    poster: withMarks(own, { ...base.marks, day }),
    day,
  };
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

function selectBase(library: Library, band: Band, profile: Entry<Profile> | null) {
  const school = schoolFor(profile, band);
  const services = servicesFor(library, band, school.nation);
  const laws = new Map(
    [...library.laws.values()].filter(({ value }) => value.bands.includes(band)).map(({ value }) => [value.id, value]),
  );
  if (!library.frame) throw new Error('The library has no frame.');
  const frame = forBand(library.frame.value, band) as ForBand<Frame>;
  const marks: MarkContext = {
    school,
    services,
    laws,
    words: new Map(),
    frame: new Map(frame.lines.map((line) => [line.id, line.text])),
    day: null,
  };
  const data = library.bands.get(band);
  if (!data) throw new Error(`The library has no band ${band}.`);
  const lawTexts = new Map([...laws].map(([id, law]) => [id, law.text]));
  return { marks, selected: { band: data.value, school, frame, services, laws: lawTexts } };
}

function dayOf(library: Library, id: string): { name: string; date: string } | null {
  const day = library.days.get(id)?.value;
  return day ? { name: day.name, date: dayInWords(day.next) } : null;
}

/** `2027-03-18` as `Thursday 18 March`. */
function dayInWords(date: string): string {
  const words = new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return words.replace(',', '').replace(/(\d) /, '$1\u00A0');
}

/** The same data with the marks of every text resolved. */
function withMarks<T>(data: T, context: MarkContext): T {
  if (typeof data === 'string') return resolveMarks(data, context) as T;
  if (Array.isArray(data)) return data.map((item) => withMarks(item, context)) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withMarks(value, context)])) as T;
}
