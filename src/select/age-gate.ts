import type { Band } from '../library/library.js';

type BandKey = 'ks3' | 'ks4' | 'ks5';

/**
 * What is left of a file for one band: band maps are replaced by their value for the band, blocks of other bands are
 * gone, and so is the field `bands`. Each object tells in `at` where it stood, as a path like `activities/2/slides/0`.
 */
export type ForBand<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? ForBand<Item>[]
    : keyof T extends BandKey
      ? ForBand<Exclude<T[keyof T], undefined>>
      : { [Key in keyof T as Key extends 'bands' ? never : Key]: ForBand<T[Key]> } & { at: string };

/** Something as a whole is not for the band that was asked for. */
export class NotForBandError extends Error {
  constructor(band: Band) {
    super(`This is not for ${band}.`);
  }
}

/** A band map without a text for the band. The check reports it before anything is selected. */
export class MissingBandError extends Error {
  constructor(band: Band, at: string) {
    super(`There is no text for ${band} at ${at}.`);
  }
}

/**
 * The age gate: everything that a band may see of a file, as new data. Nothing of another band is left in the result,
 * neither text nor field.
 * @throws MissingBandError when a band map lacks the band
 * @throws NotForBandError when the whole of it is for other bands
 */
export function forBand<T>(data: T, band: Band): ForBand<T> {
  const left = gate(data, band, '');
  if (left === gone) throw new NotForBandError(band);
  return left as ForBand<T>;
}

/** What is left of a block for other bands. */
const gone = Symbol('gone');

function gate(node: unknown, band: Band, at: string): unknown {
  if (Array.isArray(node)) {
    return node.map((item, index) => gate(item, band, join(at, index))).filter((item) => item !== gone);
  }
  if (node === null || typeof node !== 'object') return node;
  if (!isFor(node, band)) return gone;
  if (isBandMap(node)) {
    if (!Object.hasOwn(node, band)) throw new MissingBandError(band, at);
    return gate(node[band], band, at);
  }
  const fields: [string, unknown][] = [];
  for (const [key, value] of Object.entries(node)) {
    const left = key === 'bands' ? gone : gate(value, band, join(at, key));
    if (left !== gone) fields.push([key, left]);
  }
  fields.push(['at', at]);
  return Object.fromEntries(fields);
}

function join(at: string, step: string | number): string {
  return at === '' ? String(step) : `${at}/${step}`;
}

/** Whether a block is for the band: it says so, or says nothing. */
function isFor(node: object, band: Band): boolean {
  return !('bands' in node) || !Array.isArray(node.bands) || node.bands.includes(band);
}

/** Whether an object holds one value for each band: all its keys are names of bands. */
export function isBandMap(node: unknown): node is Partial<Record<BandKey, unknown>> {
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return false;
  const keys = Object.keys(node);
  return keys.length > 0 && keys.every((key) => key === 'ks3' || key === 'ks4' || key === 'ks5');
}
