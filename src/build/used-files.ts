import type { Entry, Library } from '../library/library.js';
import { profileFiles } from '../library/profile-files.js';
import type { Profile } from '../library/types.js';
import type { Signable } from '../sign-off/parts.js';
import { signables } from '../sign-off/parts.js';
import { wants } from './plan.js';
import { subjects } from './subjects.js';

/**
 * Whether a file has a part in the documents asked for: the reference data, the named profiles, what they are made of,
 * units of lessons and lessons of units, and files that could not be read but may be one of them.
 */
export async function usedFiles(
  library: Library,
  what: readonly string[],
  profiles: readonly Entry<Profile>[],
  names: readonly string[],
): Promise<(file: string) => boolean> {
  const files = new Set((await Promise.all(names.map(profileFiles))).flat());
  const asked = subjects.flatMap((subject) =>
    [...(subject.entries(library) as Iterable<Entry<Signable>>)].filter(({ value }) =>
      wants(what, subject.names(value as never)),
    ),
  );
  const ids = new Set(asked.map(({ value }) => value.id));
  const beside = [...library.units.values(), ...library.lessons.values()].filter(({ value }) =>
    'unit' in value
      ? ids.has(value.unit)
      : asked.some((entry) => 'unit' in entry.value && entry.value.unit === value.id),
  );
  const broken = library.broken.filter(({ id, path }) => {
    if (files.has(path)) return true;
    if (/[\\/]lessons[\\/]profiles[\\/]/.test(path)) return id !== null && names.includes(id);
    // A file that can't be read may serve any band, and a unit serves all of its lessons.
    const bands = what.some((word) => /^ks[345]$/.test(word));
    const named = id === null || what.length === 0 || what.includes(id);
    return bands || named || what.some((word) => word.startsWith(`${id}-`));
  });
  const used = new Set([
    ...[...asked, ...beside, ...profiles].map((entry) => entry.source.name),
    ...broken.map(({ name }) => name),
  ]);
  const elsewhere = new Set(
    [...signables(library), ...library.profiles.values()].map((entry: Entry<unknown>) => entry.source.name),
  );
  const unread = new Set(library.broken.map(({ name }) => name));
  return (file) => used.has(file) || (!elsewhere.has(file) && !unread.has(file));
}
