import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.js';
import type { Job } from './plan.js';
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

/** The documents that a manifest lists; none where it can't be read. */
function documentsOf(text: string | null): ManifestDocument[] {
  try {
    const manifest = JSON.parse(text ?? '') as Manifest;
    return manifest.schema === 1 && Array.isArray(manifest.documents) ? manifest.documents : [];
  } catch {
    return [];
  }
}

/**
 * Writes the manifest last, where anything in it is new: what was made now, and what was made earlier and is still wanted.
 * Of several builds that end in the same folder at once, one writes after the other.
 * @param stale whether an earlier document is one that is no longer made
 * @returns the paths that were removed
 */
export async function writeManifest(
  out: string,
  made: readonly ManifestDocument[],
  tool: string,
  browser: string,
  stale: (document: ManifestDocument) => boolean,
): Promise<string[]> {
  return withLock(out, async () => {
    const written = await readText(out);
    const before = documentsOf(written);
    const now = new Set(made.map((document) => document.path));
    const removed = before.filter((document) => !now.has(document.path) && stale(document) && isPlain(document.path));
    const kept = before.filter((document) => !now.has(document.path) && !removed.includes(document));
    for (const { path } of removed) await rm(join(out, path), { force: true });
    const documents = [...kept, ...made].sort((one, other) => (one.path < other.path ? -1 : 1));
    const manifest: Manifest = { schema: 1, tool, browser, documents };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    if (text !== written) await writeWhole(join(out, manifestFile), text);
    return removed.map((document) => document.path);
  });
}

/** A manifest that somebody edited must not lead out of the folder. */
function isPlain(path: string): boolean {
  return !path.includes('..') && !path.startsWith('/') && !path.includes('\\');
}
