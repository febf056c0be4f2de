import type { Band, Entry, Library } from '../library/library.js';
import { bands as allBands, plansOf } from '../library/library.js';
import type { Path } from '../library/place.js';
import { isBandMap } from '../select/age-gate.js';
import type { Mark } from '../select/marks.js';
import { marksIn } from '../select/marks.js';

/** What an entry of a library is: what authors write, or the frame and the lists that all of it draws on. */
type Part = 'plan' | 'unit' | 'campaign' | 'guide' | 'profile' | 'frame' | 'list';

/** A value on the way through an entry of a library. */
export interface Visited {
  entry: Entry<unknown>;
  part: Part;
  value: unknown;
  /** The path in the file. */
  path: Path;
  /** The name of the field that it stands in or, being one of several or for one band, under; empty at the top. */
  field: string;
  /** The bands that may see it. */
  bands: readonly Band[];
  /** The bands that may see what is round it. */
  around: readonly Band[];
  /** Whether it is a band map itself. */
  bandMap: boolean;
  /** The marks in it, such as `$service.childline`. */
  marks: readonly Mark[];
}

/** Everything of a library that people wrote, each with what it is. */
export function partsOf(library: Library): { entry: Entry<unknown>; part: Part }[] {
  const { services, laws, days, topics, statements, bands } = library;
  const groups: [Part, Iterable<Entry<unknown>>][] = [
    ['plan', plansOf(library)],
    ['unit', library.units.values()],
    ['campaign', library.campaigns.values()],
    ['guide', library.guides.values()],
    ['profile', library.profiles.values()],
    ['frame', library.frame ? [library.frame] : []],
    ...[services, laws, days, topics, statements, bands].map((list): [Part, Iterable<Entry<unknown>>] => [
      'list',
      list.values(),
    ]),
  ];
  return groups.flatMap(([part, entries]) => [...entries].map((entry) => ({ entry, part })));
}

/** Every value of an entry, from the outside in, each with the bands that may see it. */
export function walk(entry: Entry<unknown>, part: Part): Visited[] {
  const found: Visited[] = [];
  visit(entry.value, entry.path, '', allBands);
  return found;

  function visit(value: unknown, path: Path, field: string, around: readonly Band[]): void {
    if (value === null || typeof value !== 'object') {
      const marks = typeof value === 'string' && value.includes('$') ? marksIn(value) : [];
      found.push({ entry, part, value, path, field, bands: around, around, bandMap: false, marks });
      return;
    }
    const bandMap = isBandMap(value);
    const bands = ownBands(value) ?? around;
    found.push({ entry, part, value, path, field, bands, around, bandMap, marks: [] });
    if (Array.isArray(value))
      for (const [index, inner] of value.entries()) visit(inner, [...path, index], field, bands);
    else
      for (const [key, inner] of Object.entries(value))
        visit(inner, [...path, key], bandMap ? field : key, bandMap ? [key as Band] : bands);
  }
}

/** The field that names a picture. */
export const pictureField: ReadonlySet<string> = new Set(['file']);

/** A text in a field, and where it stands. */
type NamedText = Pick<Visited, 'path' | 'field'> & { value: string };

const foundBefore = new WeakMap<ReadonlySet<string>, WeakMap<object, NamedText[]>>();

/**
 * Every text in fields of some names, wherever in a library they stand: far fewer than all values of it. Of the same value,
 * they are looked for once.
 * @param names of fields, as `Visited` has them
 */
export function textsIn(library: Library, names: ReadonlySet<string>): (NamedText & Pick<Visited, 'entry' | 'part'>)[] {
  const known = foundBefore.get(names) ?? new WeakMap<object, NamedText[]>();
  foundBefore.set(names, known);
  return partsOf(library).flatMap(({ entry, part }) => {
    const value = entry.value as object;
    const found = known.get(value) ?? namedTexts(value, entry.path, names);
    known.set(value, found);
    return found.map((text) => ({ ...text, entry, part }));
  });
}

function namedTexts(whole: object, top: Path, names: ReadonlySet<string>): NamedText[] {
  const found: NamedText[] = [];
  const path = [...top];
  const visit = (value: unknown, field: string): void => {
    if (typeof value === 'string' && names.has(field)) found.push({ value, path: [...path], field });
    if (value === null || typeof value !== 'object') return;
    const inField = Array.isArray(value) || isBandMap(value);
    for (const [key, inner] of Object.entries(value)) {
      path.push(Array.isArray(value) ? Number(key) : key);
      visit(inner, inField ? field : key);
      path.pop();
    }
  };
  visit(whole, '');
  return found;
}

function ownBands(value: object): readonly Band[] | null {
  const { bands } = value as { bands?: unknown };
  return Array.isArray(bands) ? (bands as Band[]) : null;
}

/** Everything an author writes: plans, units, campaigns, guides, profiles. */
export function authored(library: Library): Entry<{ id: string }>[] {
  return [
    ...plansOf(library),
    ...library.units.values(),
    ...library.campaigns.values(),
    ...library.guides.values(),
    ...library.profiles.values(),
  ];
}

/** Whether a value is in something that pupils of some bands get: plans, campaigns, and guides that name their bands. */
export function isInBands({ part, entry }: Visited): boolean {
  return part === 'plan' || part === 'campaign' || (part === 'guide' && 'bands' in (entry.value as object));
}

/** Bands in words: `ks3 and ks4`. */
export function bandsInWords(bands: readonly Band[]): string {
  return bands.length < 2 ? bands.join('') : `${bands.slice(0, -1).join(', ')} and ${bands.at(-1)}`;
}
