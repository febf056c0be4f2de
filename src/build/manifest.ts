import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Job } from './plan.js';

/** One document as the manifest lists it; `null` where a field does not apply. */
export interface ManifestDocument {
  path: string;
  kind: string;
  format: string;
  band: string | null;
  profile: string | null;
  print: string | null;
  size: string | null;
  source: string;
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

const fileName = 'manifest.json';

/** The entry of a document that has been written. */
export function manifestEntry(job: Job, title: string, pages: number, file: Uint8Array): ManifestDocument {
  const { path, kind, format, band, profile, print, size, source, lesson } = job;
  const sha256 = createHash('sha256').update(file).digest('hex');
  return {
    path,
    kind,
    format,
    band,
    profile,
    print,
    size,
    source,
    lesson,
    title,
    pages,
    bytes: file.length,
    sha256,
  };
}

/** The manifest of an output folder, or null when there is none that can be read. */
async function readManifest(out: string): Promise<Manifest | null> {
  try {
    const manifest = JSON.parse(await readFile(join(out, fileName), 'utf8')) as Manifest;
    return manifest.schema === 1 && Array.isArray(manifest.documents) ? manifest : null;
  } catch {
    return null;
  }
}

/**
 * Writes the manifest last: what was made now, and what was made earlier and is still wanted.
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
  const before = (await readManifest(out))?.documents ?? [];
  const now = new Set(made.map((document) => document.path));
  const removed = before.filter((document) => !now.has(document.path) && stale(document) && isPlain(document.path));
  const kept = before.filter((document) => !now.has(document.path) && !removed.includes(document));
  for (const { path } of removed) await rm(join(out, path), { force: true });
  const documents = [...kept, ...made].sort((one, other) => (one.path < other.path ? -1 : 1));
  const manifest: Manifest = { schema: 1, tool, browser, documents };
  await writeFileAtomic(join(out, fileName), `${JSON.stringify(manifest, null, 2)}\n`);
  return removed.map((document) => document.path);
}

/** A manifest that somebody edited must not lead out of the folder. */
function isPlain(path: string): boolean {
  return !path.includes('..') && !path.startsWith('/') && !path.includes('\\');
}
