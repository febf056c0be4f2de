import type { Band } from '../library/library.js';
import type { Path } from '../library/place.js';
import { isBandMap } from './age-gate.js';

/**
 * The path in the YAML file of a field that a page names, such as `activities/2/title`. Pages know nothing of bands,
 * so wherever the file has one value for each band, the path goes on into the value for this band.
 */
export function fieldPath(data: unknown, at: string, band: Band): Path {
  const path: (string | number)[] = [];
  let node = data;
  const enterBand = () => {
    if (!isBandMap(node)) return;
    path.push(band);
    node = node[band];
  };
  enterBand();
  for (const step of at === '' ? [] : at.split('/')) {
    const key = Array.isArray(node) ? Number(step) : step;
    if (node === null || typeof node !== 'object' || !(key in node)) break;
    path.push(key);
    node = (node as Record<string | number, unknown>)[key];
    enterBand();
  }
  return path;
}
