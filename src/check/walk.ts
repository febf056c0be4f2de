import type { Band, Entry, Library } from '../library/library.js';
import { bands as allBands } from '../library/library.js';
import type { Path } from '../library/place.js';
import { isBandMap } from '../select/age-gate.js';

/** A value on the way through a file, with the bands of the nearest block round it. */
export interface Visited {
  value: unknown;
  path: Path;
  /** The bands that may see it. */
  bands: readonly Band[];
  /** Whether it is a band map itself. */
  bandMap: boolean;
}

/** Every value of an entry, from the outside in, each with the bands that may see it. */
export function walk(entry: Entry<unknown>): Visited[] {
  const found: Visited[] = [];
  visit(entry.value, entry.path, allBands, found);
  return found;
}

/** Every text of an entry with the bands that may see it. */
export function texts(entry: Entry<unknown>): (Visited & { value: string })[] {
  return walk(entry).filter((visited): visited is Visited & { value: string } => typeof visited.value === 'string');
}

function visit(value: unknown, path: Path, bands: readonly Band[], found: Visited[]): void {
  if (value === null || typeof value !== 'object') {
    found.push({ value, path, bands, bandMap: false });
    return;
  }
  const bandMap = isBandMap(value);
  const own = ownBands(value) ?? bands;
  found.push({ value, path, bands: own, bandMap });
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value))
    visit(inner, [...path, key], bandMap ? [key as Band] : own, found);
}

function ownBands(value: unknown): readonly Band[] | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { bands } = value as { bands?: unknown };
  return Array.isArray(bands) ? (bands as Band[]) : null;
}

/** Everything an author writes: plans, units, campaigns, guides, profiles. */
export function authored(library: Library): Entry<{ id: string }>[] {
  return [
    ...library.lessons.values(),
    ...library.sessions.values(),
    ...library.units.values(),
    ...library.campaigns.values(),
    ...library.guides.values(),
    ...library.profiles.values(),
  ];
}

/** Bands in words: `ks3 and ks4`. */
export function bandsInWords(bands: readonly Band[]): string {
  return bands.length < 2 ? bands.join('') : `${bands.slice(0, -1).join(', ')} and ${bands.at(-1)}`;
}
