import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { refuseLeadingOut } from './links.js';

/**
 * The files that a name of --profile means which is no id: a file, those of a folder, or those of a quoted glob.
 * @returns absolute paths in alphabetical order; none where nothing is there
 * @throws UserError for a link in such a folder that leads out of it
 */
export async function profileFiles(name: string): Promise<string[]> {
  const place = profilePlace(name);
  const files = await filesIn(name, place);
  for (const file of files) if (file !== place) refuseLeadingOut(file, place, file);
  return files;
}

/** Where the files lie that a name of --profile means: the file or folder itself, or where a glob begins. */
export function profilePlace(name: string): string {
  let path = name;
  while (isDynamicPattern(path)) path = dirname(path);
  return resolve(path);
}

async function filesIn(name: string, place: string): Promise<string[]> {
  // A folder may have signs in its name that mean something in a glob.
  const path = resolve(name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) return [path];
  const files = found
    ? await glob('*.{yaml,yml,csv}', { cwd: path, absolute: true })
    : await glob(name, { absolute: true, followSymbolicLinks: false });
  return files.map((file) => resolve(place, file)).sort();
}
