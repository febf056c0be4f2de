import { readdirSync, rmSync, statSync } from 'node:fs';
import { open as openFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { goOn, onStop } from '../browser/cleanup.js';
import { isRunning, machine } from '../terminal/running.js';

/** What begins a file that is not yet whole; then come the machine and the process that write it. */
const prefix = '.pshe-';

let written = 0;

/** Those that this process is writing. */
const open = new Set<string>();

/** What another machine began and has not ended in so long a time, it never will. */
const longestMs = 24 * 60 * 60 * 1000;

/**
 * Writes a file of the output folder so that it is there whole or not at all, whatever happens meanwhile. Unlike with the
 * files of other programs, what a process that was killed had begun is known by its name; see `sweepParts`.
 * @throws the error of the system, with the path of the file; StoppedError once the process has been told to stop
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  goOn();
  written += 1;
  const name = `${prefix}${machine}-${process.pid}-${written}.part`;
  const part = join(dirname(file), name);
  open.add(name);
  const begun = openFile(part, 'wx');
  const forget = onStop(async () => {
    // What is only about to be there can't be removed yet.
    await begun.catch(() => undefined);
    rmSync(part, { force: true });
  });
  try {
    const handle = await begun;
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    // The system names what was begun, or nothing at all.
    throw Object.assign(error as Error, { path: file, dest: undefined });
  } finally {
    forget();
    open.delete(name);
  }
}

/** Removes what processes that run no longer had begun to write into a folder. */
export function sweepParts(folder: string): void {
  // The clock of the disk that both write to; that of this machine may be wrong.
  const touched = statSync(folder).mtimeMs;
  for (const name of readdirSync(folder)) {
    const [, host, pid] = new RegExp(`^${prefix}([a-z0-9]+)-(\\d+)-\\d+\\.part$`, 'i').exec(name) ?? [];
    if (!host || !pid || open.has(name)) continue;
    const file = join(folder, name);
    const isLeft =
      host === machine
        ? Number(pid) === process.pid || !isRunning(Number(pid))
        : touched - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? touched) > longestMs;
    if (isLeft) rmSync(file, { force: true });
  }
}
