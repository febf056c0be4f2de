import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UnableError } from '../terminal/errors.js';

/**
 * Writes a file that the command line names, whole or not at all, with the folders it lies in.
 * @param hint what to do where it can't be written
 * @throws UnableError when it can't be written
 */
export async function writeNamedFile(file: string, content: string | Uint8Array, hint: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, typeof content === 'string' ? content : Buffer.from(content));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnableError(`${file} can’t be written (${code}).`, hint);
  }
}
