import { readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onStop } from '../browser/cleanup.js';
import { isRunning } from '../terminal/running.js';

/** What begins a file that is not yet whole; then comes the process that writes it. */
const prefix = '.pshe-';

let written = 0;

/**
 * Writes a file of the output folder so that it is there whole or not at all, whatever happens meanwhile. Unlike with the
 * files of other programs, what a process that was killed had begun is known by its name; see `sweepParts`.
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  written += 1;
  const part = join(dirname(file), `${prefix}${process.pid}-${written}.part`);
  const forget = onStop(() => rmSync(part, { force: true }));
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    forget();
  }
}

/** Removes what processes that run no longer had begun to write into a folder. To be called before anything is written. */
export function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-\\d+\\.part$`).exec(name)?.[1] ?? Number.NaN);
    if (pid === process.pid || (!Number.isNaN(pid) && !isRunning(pid))) rmSync(join(folder, name), { force: true });
  }
}
