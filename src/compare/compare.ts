import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, ManifestDocument } from '../build/manifest.js';
import { readManifest } from '../build/manifest.js';
import { digestOf } from '../cache/files.js';
import type { ContentDifference } from './contents.js';
import { contentDifference } from './contents.js';

/** One of two values that something has in the first and in the second folder. */
export interface Change {
  name: string;
  first: string | number | null;
  second: string | number | null;
}

/** A document that lies in both folders and is not the same. */
export interface DocumentDifference {
  path: string;
  /** Fields of its entries in the manifests, such as its title, and its bytes as it lies there. */
  fields: Change[];
  /** How the files differ; null where they are the same, or one is not there. */
  content: ContentDifference | null;
}

/** A file that is not as the manifest of its folder says. */
interface Untrue {
  folder: string;
  path: string;
  /** Not there, or changed after it was made. */
  problem: 'missing' | 'changed';
}

/** What differs between two output folders. */
export interface Comparison {
  /** Whether nothing differs and every file is as its manifest says. */
  same: boolean;
  /** The folders, as they were named. */
  first: string;
  second: string;
  /** With what they were made, where that differs: `tool`, `browser`. */
  madeWith: Change[];
  onlyInFirst: ManifestDocument[];
  onlyInSecond: ManifestDocument[];
  /** Ids of profiles for which only the first folder has documents. */
  goneProfiles: string[];
  /** Ids of profiles for which only the second folder has documents. */
  newProfiles: string[];
  different: DocumentDifference[];
  /** How many documents are the same in both. */
  alike: number;
  untrue: Untrue[];
}

/**
 * Compares two output folders, document by document. What counts is how the files lie there, not what is said of them.
 * @throws UserError for what is no output folder, or one whose manifest can't be read
 */
export async function compare(first: string, second: string): Promise<Comparison> {
  const [one, other] = [await openFolder(first), await openFolder(second)];
  const untrue: Untrue[] = [];
  const different: DocumentDifference[] = [];
  let alike = 0;
  for (const path of [...new Set([...one.documents.keys(), ...other.documents.keys()])].sort()) {
    const files = [await openDocument(one, path, untrue), await openDocument(other, path, untrue)] as const;
    const difference = files[0] && files[1] && differenceOf(path, files[0], files[1]);
    if (difference) different.push(difference);
    else if (files[0] && files[1]) alike += 1;
  }
  const madeWith = changesOf(one.manifest, other.manifest, ['tool', 'browser']);
  const onlyInFirst = one.manifest.documents.filter(({ path }) => !other.documents.has(path));
  const onlyInSecond = other.manifest.documents.filter(({ path }) => !one.documents.has(path));
  const same = [madeWith, onlyInFirst, onlyInSecond, different, untrue].every(({ length }) => length === 0);
  const goneProfiles = profilesBeside(one.manifest, other.manifest);
  const newProfiles = profilesBeside(other.manifest, one.manifest);
  const only = { onlyInFirst, onlyInSecond, goneProfiles, newProfiles };
  return { same, first, second, madeWith, ...only, different, alike, untrue };
}

/** Profiles of a folder for which another has no document. */
function profilesBeside(own: Manifest, other: Manifest): string[] {
  const known = new Set(other.documents.map(({ profile }) => profile));
  const beside = own.documents.flatMap(({ profile }) => (profile === null || known.has(profile) ? [] : profile));
  return [...new Set(beside)];
}

interface Folder {
  folder: string;
  manifest: Manifest;
  documents: Map<string, ManifestDocument>;
}

async function openFolder(folder: string): Promise<Folder> {
  const manifest = await readManifest(folder);
  return { folder, manifest, documents: new Map(manifest.documents.map((document) => [document.path, document])) };
}

interface OpenDocument {
  entry: ManifestDocument;
  /** Null where it is not there. */
  bytes: Buffer | null;
}

/** A document as it lies there; null where the folder has no such document. */
async function openDocument(
  { folder, documents }: Folder,
  path: string,
  untrue: Untrue[],
): Promise<OpenDocument | null> {
  const entry = documents.get(path);
  if (!entry) return null;
  const file = join(folder, path);
  // A link or a pipe is nothing that the tool has made.
  const found = await lstat(file).catch(() => null);
  const bytes = found?.isFile() ? await readFile(file) : null;
  if (!bytes) untrue.push({ folder, path, problem: 'missing' });
  else if (digestOf(bytes) !== entry.sha256) untrue.push({ folder, path, problem: 'changed' });
  return { entry, bytes };
}

const fields = ['title', 'pages', 'kind', 'format', 'band', 'profile', 'print', 'size', 'source', 'lesson'] as const;

function differenceOf(path: string, first: OpenDocument, second: OpenDocument): DocumentDifference | null {
  const content = first.bytes && second.bytes && contentDifference(path, first.bytes, second.bytes);
  const [one, other] = [first.bytes?.length ?? null, second.bytes?.length ?? null];
  const own = changesOf(first.entry, second.entry, fields);
  const bytes = one !== null && other !== null && one !== other ? [{ name: 'bytes', first: one, second: other }] : [];
  return content || own.length > 0 ? { path, fields: [...own, ...bytes], content } : null;
}

function changesOf<Key extends string>(
  one: Readonly<Record<Key, string | number | null>>,
  other: Readonly<Record<Key, string | number | null>>,
  keys: readonly Key[],
): Change[] {
  return keys
    .filter((name) => one[name] !== other[name])
    .map((name) => ({ name, first: one[name], second: other[name] }));
}
