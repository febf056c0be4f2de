import { realpath } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { Store } from '../cache/store.js';
import { filePlace } from '../check/rules/file-place.js';
import { idMatchesFile } from '../check/rules/id-matches-file.js';
import { idUnique } from '../check/rules/id-unique.js';
import { nearest } from '../terminal/nearest.js';
import { todayHere } from './dates.js';
import type { Entry, Library } from './library.js';
import { emptyLibrary } from './library.js';
import { linksIn } from './links.js';
import { top } from './place.js';
import { readFiles } from './read-files.js';
import type { SourceFile } from './source-file.js';
import type { Files } from './types.js';
import type { FileKind } from './validate.js';
import { validate } from './validate.js';

/** The lists of the reference folder, and the map of the library that each one fills. */
const lists = ['services', 'statements', 'laws', 'days', 'bands', 'topics', 'terms', 'phrases', 'people'] as const;

/** Files of the reference folder that are one thing each. */
const wholes = ['frame', 'limits', 'words'] as const;

/** Kinds of file that hold one thing each, and the map of the library that they fill. */
const single = {
  lesson: 'lessons',
  session: 'sessions',
  unit: 'units',
  campaign: 'campaigns',
  guide: 'guides',
  profile: 'profiles',
} as const;

/**
 * Reads every YAML file of the `lessons` folders, the first folder lowest. Finds all that is wrong before it says
 * anything; files with a wrong shape are left out and listed in `broken`.
 * @param today the day to count from, as `2026-11-24`
 * @param known what files hold that were read before
 */
export async function loadLibrary(
  folders: readonly string[],
  base: string,
  today = todayHere(),
  known?: Store,
): Promise<Library> {
  const real = await Promise.all(folders.map((folder) => realpath(folder)));
  const library = emptyLibrary([...new Set(real)], today);
  for (const folder of library.folders) await loadFolder(library, folder, base, known);
  return library;
}

async function loadFolder(library: Library, folder: string, base: string, known?: Store): Promise<void> {
  const names = (await glob('**/*.{yaml,yml}', { cwd: folder, followSymbolicLinks: false })).sort();
  const files = names.map((name) => ({ path: join(folder, name), name: shownName(folder, name, base) }));
  const read = await readFiles(files, known);
  for (const link of linksIn(folder)) {
    const here = { name: shownName(folder, link, base), text: '' };
    library.findings.push(filePlace.within(here, top, { problem: 'link', name: link, near: null }));
    library.broken.push({ name: here.name, path: join(folder, link), id: idFromName(link) });
  }
  const mine = new Set<string>();
  for (const [index, { source, findings }] of read.entries()) {
    const name = names[index] as string;
    library.files += 1;
    library.findings.push(...findings);
    const kind = kindOfFile(name);
    const path = join(folder, name);
    if (!source) {
      library.broken.push({ name: shownName(folder, name, base), path, id: idFromName(name) });
      continue;
    }
    if (!kind) {
      library.findings.push(filePlace.at(source, [], placeProblem(name)));
      library.broken.push({ name: source.name, path, id: null });
      continue;
    }
    const wrong = validate(source, kind);
    if (wrong.length > 0) {
      library.findings.push(...wrong);
      library.broken.push({ name: source.name, path, id: ownId(source) ?? idFromName(name) });
      continue;
    }
    library.sources.push(source);
    add(library, kind, source, mine);
    checkFileName(library, kind, source, name);
  }
}

function shownName(folder: string, name: string, base: string): string {
  const path = relative(base, join(folder, name));
  return (path.startsWith('..') ? join(folder, name) : path).split(sep).join(posix.sep);
}

/** What a file is, from its place below `lessons/`; null when the place says nothing. */
function kindOfFile(name: string): FileKind | null {
  const parts = name.split('/');
  const [top, file] = [parts[0], parts.at(-1)?.replace(/\.ya?ml$/, '') ?? ''];
  if (top === 'reference') {
    return [...wholes, ...lists].find((known) => known === file) ?? null;
  }
  if (parts.length === 2) {
    const kinds = { sessions: 'session', campaigns: 'campaign', guides: 'guide', profiles: 'profile' } as const;
    return top && Object.hasOwn(kinds, top) ? kinds[top as keyof typeof kinds] : null;
  }
  if (parts.length !== 3 || !/^ks[345]$/.test(top ?? '')) return null;
  return file === 'unit' ? 'unit' : 'lesson';
}

/** What is wrong with a place that says nothing, and the folder or list that was likely meant. */
function placeProblem(name: string): { problem: 'list' | 'folder'; name: string; near: string | null } {
  const [top = '', ...rest] = name.split('/');
  const word = rest.at(-1)?.replace(/\.ya?ml$/, '') ?? '';
  if (top === 'reference') return { problem: 'list', name, near: nearest(word, [...lists, ...wholes]) };
  const folders = ['sessions', 'campaigns', 'guides', 'profiles', 'reference'];
  const near = rest.length === 1 && !folders.includes(top) ? nearest(top, folders) : null;
  return { problem: 'folder', name, near };
}

function idFromName(name: string): string | null {
  const parts = name.split('/');
  const file = parts.at(-1)?.replace(/\.ya?ml$/, '') ?? null;
  return file === 'unit' ? `${parts[0]}-${parts[1]}` : file;
}

function ownId(source: SourceFile): string | null {
  const id = (source.data as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

function add(library: Library, kind: FileKind, source: SourceFile, mine: Set<string>): void {
  if (kind === 'frame') {
    library.frame = { value: source.data as Files['frame'], source, path: [] };
    return;
  }
  if (kind === 'limits') {
    library.limits = { value: source.data as Files['limits'], source, path: [] };
    return;
  }
  if (kind === 'words') {
    for (const word of (source.data as Files['words']).words) library.words.add(word.toLowerCase());
    return;
  }
  if (kind in single) {
    const map = library[single[kind as keyof typeof single]] as Map<string, Entry<{ id: string }>>;
    addEntry(library, map, { value: source.data as { id: string }, source, path: [] }, mine, kind);
    return;
  }
  const list = kind as (typeof lists)[number];
  const items = (source.data as Record<string, { id: string }[]>)[list] ?? [];
  const map = library[list] as Map<string, Entry<{ id: string }>>;
  for (const [index, value] of items.entries()) {
    addEntry(library, map, { value, source, path: [list, index] }, mine, kind);
  }
}

/** Puts an entry under its id: twice in one folder is an error, over a lower folder it replaces. */
function addEntry(
  library: Library,
  map: Map<string, Entry<{ id: string }>>,
  entry: Entry<{ id: string }>,
  mine: Set<string>,
  kind: FileKind,
): void {
  const { id } = entry.value;
  const own = `${kind} ${id}`;
  const earlier = map.get(id);
  if (earlier && mine.has(own)) {
    const other =
      earlier.source === entry.source
        ? `line ${earlier.source.place([...earlier.path, 'id']).line}`
        : earlier.source.name;
    library.findings.push(idUnique.at(entry.source, [...entry.path, 'id'], { id, other, part: null }));
    return;
  }
  if (earlier) library.replaced.push({ id, by: entry.source.name });
  mine.add(own);
  map.set(id, entry);
}

function checkFileName(library: Library, kind: FileKind, source: SourceFile, name: string): void {
  if (!(kind in single)) return;
  const expected = idFromName(name);
  const id = ownId(source);
  if (expected && id && expected !== id) {
    library.findings.push(idMatchesFile.at(source, ['id'], { id, expected, unit: kind === 'unit' }));
  }
}
