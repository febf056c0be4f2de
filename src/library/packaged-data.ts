import { readFileSync } from 'node:fs';
import { digest } from '../cache/store.js';

const file = new URL('../../dist/packaged.json', import.meta.url);

/** What was known of the packaged library when this tool was built, by digests. */
interface Packaged {
  files: Readonly<Record<string, unknown>>;
  pictures: ReadonlySet<string>;
  sound: ReadonlySet<string>;
}

let packaged: Packaged | undefined;

function readPackaged(): Packaged {
  const { files, pictures, sound } = JSON.parse(readFileSync(file, 'utf8'));
  return { files, pictures: new Set<string>(pictures), sound: new Set<string>(sound) };
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

/**
 * Whether a file is one of the packaged library in which no rule found anything when this tool was built.
 * @param key the digest of the file and of all that it is held against
 */
export function isPackagedAndSound(key: string): boolean {
  packaged ??= readPackaged();
  return packaged.sound.has(key);
}
