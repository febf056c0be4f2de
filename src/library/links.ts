import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UserError } from '../terminal/errors.js';

/** Whether a file or folder lies in a folder, with links followed to where they lead; one that leads nowhere does not. */
function liesIn(path: string, folder: string): boolean {
  try {
    const [real, home] = [realpathSync(path), realpathSync(folder)];
    return real === home || real.startsWith(home + sep);
  } catch {
    return false;
  }
}

/**
 * Refuses a path that lies in a folder by its name, and outside of it once links are followed. It need not be there yet.
 * @param path below the folder by name
 * @throws UserError with the name that people know it by, where it does not
 */
export function refuseLeadingOut(path: string, folder: string, name: string): void {
  let there = path;
  while (there !== folder && !lstatSync(there, { throwIfNoEntry: false })) there = dirname(there);
  if (!liesIn(there, folder)) {
    throw new UserError(`${name} leads out of its folder, or nowhere.`, 'Put what it leads to into the folder itself.');
  }
}

/**
 * The files below a folder as names below it, with forward slashes, in alphabetical order; no link is followed. What programs
 * keep for themselves begins with a dot, and is left out.
 */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder, (entry) => !entry.isDirectory());
}

/** The links below a folder that stand where YAML files or folders do, as names below it. Nothing is read through them. */
export function linksIn(folder: string): string[] {
  return entriesBelow(folder, (entry) => entry.isSymbolicLink()).filter(
    (name) => /\.ya?ml$/.test(name) || statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory(),
  );
}

function entriesBelow(folder: string, isMeant: (entry: Dirent) => boolean): string[] {
  // Asked for names alone, it would go through links, and round in circles.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isMeant)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !/(?:^|\/)\./.test(name))
    .sort();
}
