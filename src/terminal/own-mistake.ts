import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import chalk from 'chalk';
import { cacheFolder } from '../cache/folder.js';
import { version } from '../version.js';
import { talk } from './streams.js';

/**
 * Says that the tool itself has failed, what that means for the user, and where the report lies that helps to mend it.
 * @param words what the tool was asked for
 */
export function sayOwnMistake(error: unknown, words: readonly string[]): void {
  const where = inspect(error, { depth: 4 });
  const report = writeReport(`${version}, Node ${process.version}, ${process.platform} ${process.arch}
pshe ${words.join(' ')}

${where}
`);
  talk(`${chalk.red('pshe: this is a mistake of the tool itself, not yours:')} ${(error as Error).message}`);
  talk('What was there before is still there, and documents that were done are kept.');
  if (report) talk(`Please report it, with this file, which holds paths of this computer and no content:\n${report}`);
  if (!report || words.includes('--verbose')) talk(where);
}

/** Writes what is needed to mend it over what was there of the last time; gives the file, or null where it can't be written. */
function writeReport(text: string): string | null {
  const file = join(cacheFolder, 'last-mistake.txt');
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(file, text);
    return file;
  } catch {
    return null;
  }
}
