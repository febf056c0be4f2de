import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../terminal/errors.js';
import { refuseLeadingOut } from './links.js';

/** The library that comes with the package. */
export const packagedLessons: string = fileURLToPath(new URL('../../lessons', import.meta.url));

/** The name of the file with settings, beside `lessons/`. */
export const settingsFile = 'pshe.yaml';

/**
 * The `lessons` folders to read, lowest first: the package's own, and over it that of the content folder.
 * @param content the value of --content; without it the current folder, if it has `lessons/`
 * @throws UserError when a named folder has no `lessons/`, or one that leads elsewhere
 */
export function lessonFolders(content: string | undefined): string[] {
  const base = contentBase(content);
  const lessons = join(base, 'lessons');
  if (!isFolder(lessons)) {
    if (content === undefined) return [packagedLessons];
    throw new UserError(
      `The content folder “${content}” has no folder “lessons” in it.`,
      'Name the folder that holds lessons/, or leave --content out.',
    );
  }
  refuseLeadingOut(lessons, base, 'The folder lessons');
  return [packagedLessons, lessons];
}

/** The folder that paths in messages are relative to. */
export function contentBase(content: string | undefined): string {
  return content === undefined ? process.cwd() : resolve(content);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The folder with templates of one's own, beside the `lessons` folder that lies over the package's own; null without one. */
export function ownTemplates(folders: readonly string[]): string | null {
  return folders.length > 1 ? join(dirname(folders.at(-1) as string), 'templates') : null;
}
