import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UnableError } from '../terminal/errors.js';
import type { NewFile } from './starter.js';

/**
 * Writes files below a folder. A file that is there already stays as it is, unless it may be renewed.
 * @returns the paths that were written
 * @throws UnableError when the folder can't be written
 */
export async function writeFiles(folder: string, files: readonly NewFile[], renew = false): Promise<string[]> {
  const written: string[] = [];
  for (const { path, text } of files) {
    const to = join(folder, path);
    try {
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, text, { flag: renew ? 'w' : 'wx' });
      written.push(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' && !renew) continue;
      throw new UnableError(`${to} can’t be written (${code}).`, 'Choose another folder, or change its rights.');
    }
  }
  return written;
}
