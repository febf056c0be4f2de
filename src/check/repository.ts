import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The folder with `.git` in it that a folder lies in; null outside of a repository. */
function repositoryRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/**
 * Gives the paths of a content folder as they count from the root of its repository, with forward slashes; absolute
 * ones stay as they are.
 */
export function pathsFromRoot(folder: string): (file: string) => string {
  const prefix = relative(repositoryRoot(folder) ?? folder, folder)
    .split(sep)
    .filter(Boolean);
  return (file) => (isAbsolute(file) ? file : [...prefix, file].join('/'));
}
