import { readFileSync } from 'node:fs';
import { digest } from '../cache/store.js';

const file = new URL('../../dist/packaged.json', import.meta.url);
let packaged: Readonly<{ files: Readonly<Record<string, unknown>>; pictures: ReadonlySet<string> }> | undefined;

function readPackaged() {
  const { files, pictures } = JSON.parse(readFileSync(file, 'utf8'));
  return { files, pictures: new Set<string>(pictures) };
}

/**
 * What a file of the packaged library holds, as it was read when this tool was built.
 * @returns undefined for bytes that are not those of one of its files
 */
export function packagedData(bytes: Uint8Array): unknown {
  packaged ??= readPackaged();
  return packaged.files[digest([bytes])];
}

/**
 * Whether bytes are those of a picture of the packaged library in which nothing was wrong when this tool was built.
 * @param ending of the name of the file, as `.svg`
 */
export function isPackagedPicture(ending: string, bytes: Uint8Array): boolean {
  packaged ??= readPackaged();
  return packaged.pictures.has(digest([ending, bytes]));
}
