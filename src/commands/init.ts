import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import chalk from 'chalk';
import { todayHere } from '../library/dates.js';
import { folderFiles, schemaFiles } from '../starters/folder.js';
import { writeFiles } from '../starters/write.js';
import { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result, talk } from '../terminal/streams.js';
import type { GlobalOptions } from './options.js';

/** What each file is for, in the order in which somebody new looks at them. */
const meanings: readonly (readonly [string, string])[] = [
  ['lessons/profiles/our-school.yaml', 'your named adult, safeguarding lead, rooms: fill this in first'],
  ['lessons/ks3/ours/ks3-ours-1.yaml', 'a whole small lesson, with notes: make it into your own'],
  ['lessons/ks3/ours/unit.yaml', 'the unit that it belongs to'],
  ['pshe.yaml', 'settings: for which school, into which folder'],
  ['README.md', 'what lies where, for whoever opens the folder'],
  ['.vscode/extensions.json', 'editors then offer fields and mark mistakes,'],
  ['.vscode/settings.json', 'with the schemas/ beside it'],
  ['.github/workflows/check.yml', 'checks the lessons on every change on GitHub'],
  ['.gitignore', 'keeps documents out of Git'],
];

/** `pshe init`: makes a folder for lessons of one's own. What is there already stays as it is. */
export async function initCommand(dir: string, flags: GlobalOptions): Promise<ExitCode> {
  const folder = resolve(dir);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UserError(`“${dir}” is a file.`, 'Name a folder, which may be new.');
  }
  const files = folderFiles(hasFiles(join(folder, 'lessons')), todayHere());
  const written = await writeFiles(folder, files);
  await writeFiles(folder, schemaFiles(), true);
  const shown = meanings.filter(([path]) => written.includes(path));
  const width = Math.max(0, ...shown.map(([path]) => path.length)) + 2;
  result(shown.map(([path, meaning]) => `${chalk.bold(path.padEnd(width))}${meaning}\n`).join(''));
  if (flags.quiet) return exitCodes.fine;
  const kept = files.map(({ path }) => path).filter((path) => !written.includes(path));
  if (kept.length > 0) talk(`Were there already, and stayed as they are: ${kept.join(', ')}.`);
  talk(
    `\nNext:${dir === '.' ? '' : `\n  cd ${forShell(dir)}`}\n  pshe check\n  pshe build${written.some((path) => path.startsWith('lessons/')) ? ' ks3-ours-1' : ''}`,
  );
  return exitCodes.fine;
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** A path as people can paste it, where they work with the system that this runs on. */
function forShell(path: string): string {
  if (/^[\w./~-]+$/.test(path)) return path;
  return process.platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}
