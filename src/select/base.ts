import { comingDate, dayInWords } from '../library/dates.js';
import type { Band, BandData, Entry, Library } from '../library/library.js';
import type { Frame, Profile, Service } from '../library/types.js';
import type { ForBand } from './age-gate.js';
import { forBand } from './age-gate.js';
import type { MarkContext } from './marks.js';
import { resolveMarks } from './marks.js';
import type { School } from './school.js';
import { schoolFor, servicesFor } from './school.js';

/** Whoever is older than all bands sees what the oldest sees. */
export const oldest: Band = 'ks5';

/** What every document knows: who it is for and who helps. Nothing of another band can be reached from here. */
export interface Selected {
  band: BandData;
  school: School;
  frame: ForBand<Frame>;
  /** Services that the band may see, by id. */
  services: ReadonlyMap<string, Service>;
  laws: ReadonlyMap<string, string>;
}

/**
 * What a band may see of what all documents share, in the words of one school.
 * @param band null for documents that only adults get: nothing is left out
 */
export function selectBase(library: Library, band: Band | null, profile: Entry<Profile> | null) {
  const school = schoolFor(library, profile, band);
  const services = servicesFor(library, band, school.nation);
  const laws = new Map(
    [...library.laws.values()]
      .filter(({ value }) => band === null || value.bands.includes(band))
      .map(({ value }) => [value.id, value]),
  );
  if (!library.frame) throw new Error('The library has no frame.');
  const frame = forBand(library.frame.value, band ?? oldest) as ForBand<Frame>;
  const marks: MarkContext = {
    school,
    services,
    laws,
    words: new Map(),
    frame: new Map([...frame.lines, ...(frame.notes ?? [])].map(({ id, text }) => [id, text])),
    day: null,
  };
  const data = library.bands.get(band ?? oldest);
  if (!data) throw new Error(`The library has no band ${band}.`);
  const lawTexts = new Map([...laws].map(([id, law]) => [id, law.text]));
  return { marks, selected: { band: data.value, school, frame, services, laws: lawTexts } };
}

/** An awareness day in words. */
export interface DayInWords {
  name: string;
  /** `Thursday 18 March`: the occurrence that is to come; null where none is known. */
  date: string | null;
  /** The day on which schools mark it, where that is another one. */
  marked: string | null;
}

/** A day and its coming date in words; null where the library has no such day. */
export function dayOf(library: Library, id: string): DayInWords | null {
  const day = library.days.get(id)?.value;
  if (!day) return null;
  const coming = comingDate(day, library.today);
  const marked = coming?.marked;
  return { name: day.name, date: coming && dayInWords(coming.on), marked: marked ? dayInWords(marked) : null };
}

/** The same data with the marks of every text resolved. */
export function withMarks<T>(data: T, context: MarkContext): T {
  if (typeof data === 'string') return resolveMarks(data, context) as T;
  if (Array.isArray(data)) return data.map((item) => withMarks(item, context)) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withMarks(value, context)])) as T;
}
