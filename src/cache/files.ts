import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './folder.js';
import { throwAway } from './store.js';

/** Whole files that were made before, by the SHA-256 of their bytes. */
export interface FileStore {
  /** The bytes with a digest; null where they are not kept, or what was kept is damaged. */
  read(sha256: string): Buffer | null;
  /** Keeps bytes. Where the folder can't be written, nothing is kept and nobody is told. */
  write(sha256: string, bytes: Uint8Array): void;
}

/** The most that all files together may take, in bytes: some thousands of documents. */
const most = 1024 ** 3;

/**
 * Opens the files that are kept. When they take more than `limit`, those that were not asked for the longest are thrown
 * away, until they take nine tenths of it.
 * @param limit in bytes
 */
export function openFiles(limit = most): FileStore {
  const folder = join(cacheFolder, 'files');
  /** How much lies there; unknown until something is written. */
  let size: number | null = null;
  return {
    read(sha256) {
      const file = join(folder, sha256);
      try {
        const bytes = readFileSync(file);
        if (digestOf(bytes) !== sha256) return null;
        utimesSync(file, new Date(), new Date());
        return bytes;
      } catch {
        return null;
      }
    },
    write(sha256, bytes) {
      const part = join(folder, `${randomUUID()}.part`);
      try {
        mkdirSync(folder, { recursive: true });
        // Who reads at the same time sees the whole file or none.
        writeFileSync(part, bytes);
        renameSync(part, join(folder, sha256));
        size = size === null ? sizeOf(folder) : size + bytes.length;
        if (size > limit) size = shrink(folder, limit * 0.9);
      } catch {
        // A full disk is the likeliest reason; what was begun must not make it fuller.
        throwAway(part);
      }
    },
  };
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const day = 24 * 60 * 60 * 1000;

interface Kept {
  file: string;
  size: number;
  usedAt: number;
}

function filesIn(folder: string): Kept[] {
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    // Another process may have thrown it away meanwhile.
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return [];
    // A clock that was ahead has dated it; when it was used nobody knows.
    const isAhead = found.mtimeMs > Date.now() + day;
    return [{ file, size: found.size, usedAt: isAhead ? 0 : found.mtimeMs }];
  });
}

function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, { size }) => sum + size, 0);
}

/** Throws files away, those that were used the longest ago first, until the rest take at most `limit`; gives what they take. */
function shrink(folder: string, limit: number): number {
  const files = filesIn(folder).sort((one, other) => one.usedAt - other.usedAt);
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of files) {
    if (left <= limit) break;
    rmSync(file, { force: true });
    left -= size;
  }
  return left;
}
