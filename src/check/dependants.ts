import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import type { Library } from '../library/library.js';
import { idField, partOfMark } from './id-fields.js';
import type { Changes } from './repository.js';
import type { Visited } from './walk.js';
import { partsOf, walk } from './walk.js';

/** Lists of which each item is named, by its id, where it is used. All others concern every file. */
const namedLists = ['services', 'laws', 'topics', 'statements', 'days'];

/** Parts of the library of which each thing is a file. */
const files = ['lessons', 'units'];

/**
 * Tells which files changes concern: those that changed, and those in which something else may be found because of it,
 * such as each lesson that names a changed service.
 */
export async function concernedBy(
  library: Library,
  base: string,
  changes: Changes,
): Promise<(path: string) => boolean> {
  const folder = library.folders.at(-1) as string;
  // A profile may lie anywhere.
  const read = new Set([...library.sources, ...library.broken].map(({ path }) => path));
  const own = new Set(changes.paths.filter((path) => path.startsWith(folder + sep) || read.has(path)));
  if (changes.paths.includes(join(base, 'pshe.yaml'))) return () => true;
  const names = new Set<string>();
  for (const path of [...own]) {
    const list = dirname(path) === join(folder, 'reference') ? basename(path, extname(path)) : null;
    if (list && !namedLists.includes(list)) return () => true;
    if (list) for (const id of await changedItems(library, changes, path, list)) names.add(`${list} ${id}`);
    else if (!/\.ya?ml$/.test(path)) names.add(`file ${path}`);
    else
      for (const { id, unit } of await versions(library, changes, path)) {
        for (const of of files) names.add(`${of} ${id}`);
        // What is said of a unit as a whole stands with the unit; its other lessons are as they were.
        const whole = library.units.get(unit ?? '');
        if (whole) own.add(whole.source.path);
      }
  }
  for (const { entry, part } of partsOf(library)) {
    if (own.has(entry.source.path)) continue;
    if (walk(entry, part).some((visited) => namesIn(visited).some((name) => names.has(name)))) {
      own.add(entry.source.path);
    }
  }
  return (path) => own.has(path);
}

/** What a value names: `services childline`, `lessons ks3-respect-1`, `file` and the path of a picture. */
function namesIn({ entry, value, field, path, marks }: Visited): string[] {
  if (typeof value !== 'string') return [];
  if (path.at(-1) === 'file') return [`file ${resolve(dirname(entry.source.path), value)}`];
  // Of what a school leaves out, an activity is named with its lesson: lesson/activity.
  if (path[0] === 'leave-out') return [`lessons ${value.split('/')[0]}`];
  const known = idField({ field, path });
  if (known) return [`${known.of} ${value}`];
  return marks.map(({ name, parts: [id] }) => `${partOfMark(name)} ${id}`);
}

/** The ids of items of a list that are new, gone or different. */
async function changedItems(library: Library, changes: Changes, path: string, list: string): Promise<string[]> {
  const before = itemsIn(dataOf(await changes.before(path)), list);
  const now = itemsIn(library.sources.find((source) => source.path === path)?.data, list);
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
}

function itemsIn(data: unknown, list: string): Map<string, string> {
  const items = (data as Record<string, unknown> | null | undefined)?.[list];
  return new Map((Array.isArray(items) ? items : []).map((item) => [String(item?.id), JSON.stringify(item)]));
}

/** The data of a file of content as it was and as it is. */
async function versions(library: Library, changes: Changes, path: string): Promise<{ id?: string; unit?: string }[]> {
  const now = library.sources.find((source) => source.path === path)?.data;
  return [dataOf(await changes.before(path)), now].map((data) => (data ?? {}) as { id?: string; unit?: string });
}

/** The data of a text; nothing where it is none, or no YAML. */
function dataOf(text: string | null): unknown {
  try {
    return text === null ? null : parse(text, { maxAliasCount: 100 });
  } catch {
    return null;
  }
}
