import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../terminal/errors.js';
import { withLock } from './lock.js';
import type { Job } from './plan.js';
import { isTouched } from './touched.js';
import { writeWhole } from './write-whole.js';

/** One document as the manifest lists it; `null` where a field does not apply. */
export interface ManifestDocument {
  path: string;
  kind: string;
  format: string;
  band: string | null;
  profile: string | null;
  print: string | null;
  size: string | null;
  /** The file that it is made of; null for a pack, which holds what is made of several. */
  source: string | null;
  /** The id of what it is made of; for a pack the word that it was asked for by. */
  lesson: string;
  title: string;
  pages: number;
  bytes: number;
  sha256: string;
}

/** What `out/manifest.json` holds: all that the tool has made there. */
export interface Manifest {
  schema: 1;
  tool: string;
  browser: string;
  documents: ManifestDocument[];
}

/** Its name in the output folder. */
export const manifestFile = 'manifest.json';

/** The entry of a document that lies in the folder. */
export function manifestEntry(
  { path, kind, format, band, profile, print, size, source, lesson }: Job,
  title: string,
  { pages, bytes, sha256 }: Pick<ManifestDocument, 'pages' | 'bytes' | 'sha256'>,
): ManifestDocument {
  return { path, kind, format, band, profile, print, size, source, lesson, title, pages, bytes, sha256 };
}

/** The text of the manifest of an output folder, or null when there is none. */
async function readText(out: string): Promise<string | null> {
  return readFile(join(out, manifestFile), 'utf8').catch(() => null);
}

/**
 * The manifest of a folder that somebody names.
 * @throws UserError where there is none, or none that this version of the tool can read
 */
export async function readManifest(folder: string): Promise<Manifest> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) {
    throw new UserError(`“${folder}” is not a folder.`, 'Name a folder that “pshe build” has written, such as out.');
  }
  const text = await readFile(join(folder, manifestFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) {
    throw new UserError(
      `${folder} has no ${manifestFile} in it, so nothing says what was made there.`,
      'Name the folder itself that “pshe build” has written into, such as out.',
    );
  }
  const manifest = parsed(text);
  if (typeof manifest?.schema === 'number' && manifest.schema !== 1) {
    throw new UserError(
      `${join(folder, manifestFile)} is of schema ${manifest.schema}, and this version reads schema 1.`,
      'Use the version of the tool that has written it, or build the folder again.',
    );
  }
  if (isManifest(manifest)) return manifest;
  throw new UserError(
    `${join(folder, manifestFile)} is damaged.`,
    'Build into this folder again: the documents that are as they should be stay.',
  );
}

function parsed(text: string): Partial<Manifest> | null {
  try {
    return JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    return null;
  }
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => Number.isInteger(value);
const isTextOrNull = (value: unknown) => value === null || isText(value);

const shapes: Readonly<Record<keyof ManifestDocument, (value: unknown) => boolean>> = {
  path: (value) => typeof value === 'string' && isPlain(value),
  kind: isText,
  format: isText,
  band: isTextOrNull,
  profile: isTextOrNull,
  print: isTextOrNull,
  size: isTextOrNull,
  source: isTextOrNull,
  lesson: isText,
  title: isText,
  pages: isNumber,
  bytes: isNumber,
  sha256: isText,
};

function isManifest(value: Partial<Manifest> | null): value is Manifest {
  const { schema, tool, browser, documents } = value ?? {};
  return (
    schema === 1 &&
    isText(tool) &&
    isText(browser) &&
    Array.isArray(documents) &&
    documents.every((document) =>
      Object.entries(shapes).every(([field, fits]) => fits(document?.[field as keyof ManifestDocument])),
    )
  );
}

/** The documents that a manifest lists; none where it can't be read. */
function documentsOf(text: string | null): ManifestDocument[] {
  const manifest = parsed(text ?? '');
  return isManifest(manifest) ? manifest.documents : [];
}

/** The digests of the documents that the manifest of an output folder lists. */
export async function digestsIn(out: string): Promise<ReadonlySet<string>> {
  return new Set(documentsOf(await readText(out)).map(({ sha256 }) => sha256));
}

/**
 * Writes the manifest last, where anything in it is new: what was made now, and what was made earlier and is still wanted.
 * Of several builds that end in the same folder at once, one writes after the other.
 * @param stale whether an earlier document is one that is no longer made, or a pack in which one of those that changed is
 * @returns the paths that were removed
 */
export async function writeManifest(
  out: string,
  made: readonly ManifestDocument[],
  tool: string,
  browser: string,
  stale: (document: ManifestDocument, changed: readonly ManifestDocument[]) => boolean,
): Promise<string[]> {
  return withLock(out, async () => {
    const written = await readText(out);
    const before = documentsOf(written);
    const now = new Map(made.map((document) => [document.path, document]));
    const replaced = before.filter(({ path, sha256 }) => now.has(path) && now.get(path)?.sha256 !== sha256);
    const left = before.filter(({ path }) => !now.has(path) && isPlain(path));
    const gone = left.filter((document) => document.source !== null && stale(document, []));
    const outdated = left.filter((document) => document.source === null && stale(document, [...replaced, ...gone]));
    const removed = before.filter((document) => [gone, outdated].some((list) => list.includes(document)));
    const kept = before.filter((document) => !now.has(document.path) && !removed.includes(document));
    for (const { path, format, sha256 } of removed) {
      // What somebody has changed by hand is theirs.
      if (!isTouched(join(out, path), format, (own) => own === sha256)) await rm(join(out, path), { force: true });
    }
    const documents = [...kept, ...made].sort((one, other) => (one.path < other.path ? -1 : 1));
    const manifest: Manifest = { schema: 1, tool, browser, documents };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    if (text !== written) await writeWhole(join(out, manifestFile), text);
    return removed.map((document) => document.path);
  });
}

/** A manifest that somebody edited must not lead out of the folder: documents lie in it side by side. */
function isPlain(path: string): boolean {
  return !/[/\\:]|\.\./.test(path);
}
