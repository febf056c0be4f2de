import { readFileSync } from 'node:fs';
import { digest } from '../cache/store.js';

const file = new URL('../../dist/packaged.json', import.meta.url);
let byDigest: Readonly<Record<string, unknown>> | undefined;

/**
 * What a file of the packaged library holds, as it was read when this tool was built.
 * @returns undefined for bytes that are not those of one of its files
 */
export function packagedData(bytes: Uint8Array): unknown {
  byDigest ??= JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return byDigest[digest([bytes])];
}
