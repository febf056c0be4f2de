import { statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { idUnique } from '../check/rules/id-unique.js';
import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';
import type { Entry, Library } from './library.js';
import { readYamlFile } from './read.js';
import type { Profile } from './types.js';
import { validate } from './validate.js';

/**
 * The profiles that --profile names: ids of the library, files, folders or quoted globs. Files from elsewhere join the
 * library; what is wrong in them joins its findings. A profile that could not be read is left out: it has findings.
 * @throws UserError when a name is neither an id nor a file
 */
export async function findProfiles(library: Library, names: readonly string[]): Promise<Entry<Profile>[]> {
  const found: Entry<Profile>[] = [];
  for (const name of names) {
    const known = library.profiles.get(name);
    if (library.broken.some(({ id, path }) => id === name || path === resolve(name))) continue;
    if (known) found.push(known);
    else found.push(...(await readProfiles(library, name)));
  }
  return [...new Map(found.map((entry) => [entry.value.id, entry])).values()];
}

async function readProfiles(library: Library, name: string): Promise<Entry<Profile>[]> {
  const files = await filesOf(name);
  if (files.length === 0) {
    const ids = [...library.profiles.keys()];
    const near = nearest(name, ids);
    throw new UserError(
      `There is no profile “${name}”.`,
      near
        ? `Did you mean “${near}”?`
        : `Profiles: ${ids.join(', ')}. Or name a YAML file, a folder of them, or a quoted glob.`,
    );
  }
  const entries: Entry<Profile>[] = [];
  for (const file of files) {
    const shown = relative(process.cwd(), file).split(sep).join('/');
    const { source, findings } = await readYamlFile(file, shown);
    const wrong = source ? validate(source, 'profile') : findings;
    library.findings.push(...wrong);
    if (!source || wrong.length > 0) {
      library.broken.push({ name: shown, path: file, id: basename(file).replace(/\.ya?ml$/, '') });
      continue;
    }
    const entry = { value: source.data as Profile, source, path: [] };
    const { id } = entry.value;
    const taken = library.profiles.get(id);
    if (taken && taken.source.path !== file) {
      library.findings.push(idUnique.at(source, ['id'], { id, other: taken.source.name }));
    }
    library.profiles.set(entry.value.id, entry);
    entries.push(entry);
  }
  return entries;
}

async function filesOf(name: string): Promise<string[]> {
  const path = resolve(name);
  try {
    if (!statSync(path).isDirectory()) return [path];
    return (await glob('*.{yaml,yml}', { cwd: path })).sort().map((file) => join(path, file));
  } catch {
    return (await glob(name, { absolute: true })).sort();
  }
}
