import { readFileSync, statSync } from 'node:fs';
import { digestOf, openFiles } from '../cache/files.js';
import type { Input } from '../cache/store.js';
import { openStore } from '../cache/store.js';
import { stampOf } from './stamp.js';
import { writeWhole } from './write-whole.js';

/** What there is to know about a document that was made before. */
interface KnownDocument {
  sha256: string;
  bytes: number;
  pages: number;
  /** The version of the browser that printed it. */
  browser: string;
}

/** A document that lies in the output folder, and how: see `stampOf`. */
interface LyingDocument extends KnownDocument {
  stamp: string;
}

/** Documents that were made before, by all that they were made of. */
export interface KnownDocuments {
  /**
   * Sees to it that a file is the document of these inputs: leaves it where it is that already, and writes what was kept
   * where it is not.
   * @returns null when it has to be made
   * @throws when it can't be written
   */
  bringBack(inputs: readonly Input[], file: string): Promise<LyingDocument | null>;
  /** Whether bytes with a digest are those of a document that was made before, as far as they are kept. */
  has(sha256: string): boolean;
  /** Keeps a document that has been made. */
  keep(inputs: readonly Input[], bytes: Uint8Array, about: Omit<KnownDocument, 'bytes'>): void;
}

/**
 * Opens what is known of documents. What each is made of leads to its digest, and the digest to its bytes, so that a build
 * of thousands goes on where it stopped even if not all of their bytes are kept: those in the output folder count as well.
 * @param force whether nothing is brought back
 */
export function openKnownDocuments(force: boolean): KnownDocuments {
  const answers = openStore('documents', force);
  const files = openFiles();
  return {
    async bringBack(inputs, file) {
      const known = answers.read(inputs);
      if (!isKnown(known)) return null;
      // Who writes to it while it is looked at, or after, changes this.
      const stamp = stampOf(file);
      if (isFile(file, known)) return { ...known, stamp };
      const bytes = files.read(known.sha256);
      if (!bytes) return null;
      await writeWhole(file, bytes);
      return { ...known, stamp: stampOf(file) };
    },
    has: (sha256) => files.read(sha256) !== null,
    keep(inputs, bytes, about) {
      files.write(about.sha256, bytes);
      answers.write(inputs, { ...about, bytes: bytes.length });
    },
  };
}

function isKnown(value: unknown): value is KnownDocument {
  const { sha256, bytes, pages, browser } = (value ?? {}) as Partial<KnownDocument>;
  return (
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof bytes === 'number' &&
    typeof pages === 'number' &&
    typeof browser === 'string'
  );
}

/** Whether a file holds a document already. */
function isFile(file: string, { sha256, bytes }: KnownDocument): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes) return false;
  try {
    return digestOf(readFileSync(file)) === sha256;
  } catch {
    return false;
  }
}
