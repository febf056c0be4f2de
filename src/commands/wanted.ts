import { existsSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { concernedBy } from '../check/dependants.js';
import type { Changes } from '../check/repository.js';
import type { Library } from '../library/library.js';
import { UserError } from '../terminal/errors.js';

/** The absolute paths of all files that were read. */
export function filesOf({ sources, broken }: Library): string[] {
  return [...new Set([...sources, ...broken].map(({ path }) => path))];
}

/** Profiles that lie outside of the library: a school's own file, wherever it keeps it. */
export function ownProfiles(paths: readonly string[], library: Library): string[] {
  const files = new Set(filesOf(library));
  return paths.filter((path) => /\.(?:ya?ml|csv)$/.test(path) && existsSync(path) && !files.has(realpathSync(path)));
}

/**
 * Tells by its path whether a file is to be looked at: one that was named or lies in a folder that was, and that changes
 * concern.
 * @param paths what was named; nothing means everything
 * @param changes null where it does not matter what has changed
 * @throws UserError when there is nothing of that name
 */
export async function wantedFiles(
  library: Library,
  base: string,
  paths: readonly string[],
  changes: Changes | null,
): Promise<(path: string) => boolean> {
  const isNamed = named(library, paths);
  if (!changes) return isNamed;
  const isConcerned = await concernedBy(library, base, changes);
  return (path) => isNamed(path) && isConcerned(path);
}

function named(library: Library, paths: readonly string[]): (path: string) => boolean {
  if (paths.length === 0) return () => true;
  const wanted = paths.map((path) => (existsSync(path) ? realpathSync(path) : resolve(path)));
  const files = filesOf(library);
  for (const [index, path] of wanted.entries()) {
    if (files.some((file) => file === path || file.startsWith(path + sep))) continue;
    throw new UserError(
      `“${paths[index]}” is not a file or folder of the library.`,
      'Name YAML files below lessons/, a folder of them, or a profile; without a name everything is checked.',
    );
  }
  return (file) => wanted.some((path) => file === path || file.startsWith(path + sep));
}
