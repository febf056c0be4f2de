import { basename, relative, resolve, sep } from 'node:path';
import type { Finding } from '../check/rule.js';
import { idUnique } from '../check/rules/id-unique.js';
import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';
import type { Entry, Library } from './library.js';
import { profileFiles } from './profile-files.js';
import { readYamlFile } from './read.js';
import { readSchools } from './schools.js';
import type { SourceFile } from './source-file.js';
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
  const files = await profileFiles(name);
  if (files.length === 0) {
    const ids = [...library.profiles.keys()];
    const near = nearest(name, ids);
    throw new UserError(
      `There is no profile “${name}”.`,
      near
        ? `Did you mean “${near}”?`
        : `Profiles: ${ids.join(', ')}. Or name a YAML file, a list of schools (CSV), a folder of them, or a quoted glob.`,
    );
  }
  const entries: Entry<Profile>[] = [];
  for (const file of files) {
    const shown = relative(process.cwd(), file).split(sep).join('/');
    const { sources, findings } = await readProfileFile(file, shown);
    library.findings.push(...findings);
    if (sources.length === 0) library.broken.push({ name: shown, path: file, id: idOf(file) });
    for (const source of sources) {
      const wrong = validate(source, 'profile');
      library.findings.push(...wrong);
      if (wrong.length > 0) library.broken.push({ name: shown, path: file, id: idOf(file) });
      else {
        library.sources.push(source);
        entries.push(addProfile(library, source, entries));
      }
    }
  }
  return entries;
}

/** The profiles in a file: one in YAML, one a row in a list of schools (CSV). */
async function readProfileFile(file: string, shown: string): Promise<{ sources: SourceFile[]; findings: Finding[] }> {
  if (/\.csv$/i.test(file)) return readSchools(file, shown);
  const { source, findings } = await readYamlFile(file, shown);
  return { sources: source ? [source] : [], findings: source ? [] : findings };
}

function addProfile(library: Library, source: SourceFile, beside: readonly Entry<Profile>[]): Entry<Profile> {
  const entry = { value: source.data as Profile, source, path: [] };
  const { id } = entry.value;
  const taken = library.profiles.get(id);
  if (taken && (taken.source.path !== source.path || beside.includes(taken))) {
    library.findings.push(
      idUnique.at(source, ['id'], {
        id,
        other: beside.includes(taken) ? taken.source.describe([]) : taken.source.name,
        part: null,
      }),
    );
  }
  library.profiles.set(id, entry);
  return entry;
}

function idOf(file: string): string {
  return basename(file).replace(/\.(?:ya?ml|csv)$/i, '');
}
