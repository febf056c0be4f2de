import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';

/**
 * The files that a name of --profile means which is no id: a file, those of a folder, or those of a quoted glob.
 * @returns absolute paths in alphabetical order; none where nothing is there
 */
export async function profileFiles(name: string): Promise<string[]> {
  const path = resolve(name);
  try {
    if (!statSync(path).isDirectory()) return [path];
    return (await glob('*.{yaml,yml,csv}', { cwd: path })).sort().map((file) => join(path, file));
  } catch {
    return (await glob(name, { absolute: true })).sort();
  }
}
