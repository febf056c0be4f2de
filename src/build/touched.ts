import { readFileSync } from 'node:fs';
import { digestOf } from '../cache/files.js';
import { changeable } from '../documents/kind.js';

/**
 * Whether a file is one that somebody has changed, or made, by hand: of a format that is there to be changed, and not as
 * the tool has left it.
 * @param isOurs whether bytes with a digest are those of a document that the tool has made
 */
export function isTouched(file: string, format: string, isOurs: (sha256: string) => boolean): boolean {
  if (!changeable.includes(format)) return false;
  try {
    return !isOurs(digestOf(readFileSync(file)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
