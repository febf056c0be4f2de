import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentBase, lessonFolders } from '../library/content.js';
import { todayHere } from '../library/dates.js';
import { packageRoot, startRule } from '../starters/rule.js';
import { startContent } from '../starters/starter.js';
import { writeFiles } from '../starters/write.js';
import { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result, talk } from '../terminal/streams.js';
import { readLibrary } from './library.js';
import type { GlobalOptions } from './options.js';

/** `pshe new`: begins a file that passes the check, with notes that teach. */
export async function newCommand(kind: string, id: string, flags: GlobalOptions): Promise<ExitCode> {
  if (kind === 'rule') return newRule(id);
  const content = contentBase(flags.content);
  const folders = lessonFolders(flags.content);
  if (folders.length < 2) {
    throw new UserError(
      'There is no folder “lessons” here to write into.',
      'Begin a folder with “pshe init my-lessons”, and go into it or name it with --content my-lessons.',
    );
  }
  const library = await readLibrary(flags.content);
  const files = startContent(library, content, kind, id, todayHere());
  const taken = files.find(({ path }) => existsSync(join(content, path)));
  if (taken)
    throw inTheWay(
      taken.path,
      library.broken.some(({ name }) => name === taken.path),
    );
  for (const path of await writeFiles(content, files)) result(`${relative(process.cwd(), join(content, path))}\n`);
  if (!flags.quiet) talk(`Change it piece by piece; “pshe check” says whether all is well.`);
  return exitCodes.fine;
}

/** A file that is there already; one with mistakes, such as the unit of a new lesson, has to be mended first. */
function inTheWay(path: string, broken: boolean): UserError {
  return broken
    ? new UserError(`${path} has mistakes in it, so nothing can be added to it.`, `See “pshe check ${path}”.`)
    : new UserError(`${path} is there already.`, 'Choose another id.');
}

async function newRule(id: string): Promise<ExitCode> {
  for (const path of await writeFiles(packageRoot, startRule(id))) result(`${path}\n`);
  talk('Then: npm run build && npm run reference && npx vitest run tests/check');
  return exitCodes.fine;
}
