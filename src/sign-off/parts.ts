import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pictureFile } from '../html/assets.js';
import type { Band, Entry, Library, Plan } from '../library/library.js';
import { plansOf } from '../library/library.js';
import type { Campaign, Guide, Unit } from '../library/types.js';
import { selectGuide } from '../select/guide.js';
import { selectPlan, selectPoster } from '../select/select.js';
import { selectUnit } from '../select/unit.js';

/** What documents are made of, and what can be signed off. */
export type Signable = Plan | Unit | Campaign | Guide;

/** All lessons, sessions, units, campaigns and guides. */
export function signables(library: Library): Entry<Signable>[] {
  return [...plansOf(library), ...library.units.values(), ...library.campaigns.values(), ...library.guides.values()];
}

/** A short check sum for each part of something that people read or hear of it, by the name of the part. */
export type Parts = Readonly<Record<string, string>>;

/** Fields that no reader meets, and those of the sign-off itself. */
const unread = new Set([
  'at',
  'status',
  'sign-off',
  'updated',
  'sources',
  'statements',
  'topics',
  'activities',
  'posters',
]);

/**
 * The parts of a lesson, session, unit, campaign or guide, as they come out of the age gate for each of its bands, with every mark
 * filled in for no school in particular: so a number, a sentence of the law or a line of the frame that it uses counts
 * as much as its own words. Layout, comments and the order of fields in the file do not count.
 */
export function partsOf(library: Library, entry: Entry<Signable>): Parts {
  const found = new Map<string, unknown[]>();
  const add = (name: string, value: unknown) => {
    if (value !== undefined && value !== null) found.set(name, [...(found.get(name) ?? []), value]);
  };
  const timeless = undated(library);
  if ('posters' in entry.value) posterParts(timeless, entry as Entry<Campaign>, add);
  else if ('sections' in entry.value) guideParts(timeless, entry as Entry<Guide>, add);
  else if ('activities' in entry.value)
    for (const band of entry.value.bands) planParts(timeless, entry as Entry<Plan>, band, add);
  else for (const band of entry.value.bands) unitParts(timeless, entry as Entry<Unit>, band, add);
  return Object.fromEntries(
    [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, all]) => [name, digest(all)]),
  );
}

type Add = (name: string, value: unknown) => void;

function planParts(library: Library, entry: Entry<Plan>, band: Band, add: Add): void {
  const { plan, frame, unit, helpers, laws, services } = selectPlan(library, entry, band, null);
  add('plan', plan);
  add('frame', frame);
  add('unit', unit && { title: unit.title, years: unit.years, order: unit.order });
  for (const service of helpers) add(`service ${service.id}`, service);
  for (const activity of plan.activities) {
    add(`activity ${activity.id}`, activity);
    for (const slide of activity.slides ?? []) {
      if (slide.layout !== 'law') continue;
      add(`law ${slide.law}`, laws.get(slide.law));
      add(`service ${slide.service}`, services.get(slide.service));
    }
  }
  for (const file of picturesIn(plan)) add(`picture ${file}`, bytesOf(library, entry, file));
}

function posterParts(library: Library, entry: Entry<Campaign>, add: Add): void {
  add('campaign', entry.value);
  for (const poster of entry.value.posters) {
    // A school without younger pupils hangs the words for older ones: all of them count, beside those for no school.
    add(`poster ${poster.id}`, selectPoster(library, entry, poster.id, null).poster);
    add(`poster ${poster.id}`, poster);
    for (const id of poster.services) add(`service ${id}`, library.services.get(id)?.value);
  }
}

function unitParts(library: Library, entry: Entry<Unit>, band: Band, add: Add): void {
  const { unit, lessons } = selectUnit(library, entry, band, null);
  add('unit', unit);
  for (const { plan } of lessons) {
    const { id, title, minutes, outcomes, preparation, 'key-words': words, 'content-guidance': guidance } = plan;
    add(`lesson ${id}`, { title, minutes, outcomes, preparation, words, guidance });
  }
}

function guideParts(library: Library, entry: Entry<Guide>, add: Add): void {
  for (const band of entry.value.bands ?? [null]) {
    const { guide, services } = selectGuide(library, entry, band, null);
    add('guide', { ...guide, sections: null });
    for (const section of guide.sections) add(`section ${section.id}`, section);
    const shown = guide.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.layout === 'help' ? block.services : [])),
    );
    for (const id of new Set([...guide.services, ...shown])) add(`service ${id}`, services.get(id));
  }
}

/** The date of a day moves every year, and with it the words of a mark; nobody needs to read a lesson again for that. */
function undated(library: Library): Library {
  const days = [...library.days].map(
    ([id, entry]) =>
      [id, { ...entry, value: { ...entry.value, dates: [{ on: '2000-01-01' }] as typeof entry.value.dates } }] as const,
  );
  return { ...library, days: new Map(days) };
}

function picturesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const { file, alt } = value as { file?: unknown; alt?: unknown };
  const own = typeof file === 'string' && alt !== undefined ? [file] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(picturesIn)])];
}

function bytesOf(library: Library, entry: Entry<Plan>, file: string): string | undefined {
  try {
    return readFileSync(pictureFile(file, entry.source.path, library.folders)).toString('base64');
  } catch {
    // The check reports a picture that is not there.
    return undefined;
  }
}

/** Twelve digits of SHA-256: enough to notice any change, short enough to stand in a lesson. */
function digest(values: readonly unknown[]): string {
  const text = JSON.stringify(values.map((value) => ordered(value, true)));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The same value with its fields in the order of their names, without those that nobody reads. */
function ordered(value: unknown, top = false): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([key]) => key !== 'at' && !(top && unread.has(key)));
  return Object.fromEntries(
    fields.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, own]) => [key, ordered(own)]),
  );
}
