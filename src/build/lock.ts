import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onStop } from '../browser/cleanup.js';
import { isRunning, machine } from '../terminal/running.js';

/** A folder is never locked for longer than it takes to write one small file. */
const longestMs = 10_000;

let taken = 0;

/**
 * Does something to a folder that only one build at a time may do, and waits for others that are at it. A lock whose process
 * runs no longer counts for nothing, nor does one that is held for longer than anything takes.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, '.pshe-lock');
  taken += 1;
  const mine = `${machine} ${process.pid} ${taken}`;
  let holder = '';
  // Not the time of day, which somebody may put right meanwhile.
  for (let since = performance.now(); !(await take(file, mine)); ) {
    const now = await readFile(file, 'utf8').catch(() => '');
    if (now !== holder) since = performance.now();
    holder = now;
    if (isLeft(holder) || performance.now() - since > longestMs) await remove(file, holder, mine);
    else await wait(5);
  }
  const release = () => remove(file, mine, mine);
  const forget = onStop(release);
  try {
    return await work();
  } finally {
    forget();
    await release();
  }
}

function isLeft(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  return host === machine && !isRunning(Number(pid));
}

/** Writes the name of the holder into a file that was not there before; false where it was. */
async function take(file: string, holder: string): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.writeFile(holder);
    return true;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Removes a lock if it is the one that is meant: another build may have taken it meanwhile. */
async function remove(file: string, meant: string, mine: string): Promise<void> {
  const aside = `${file}-${mine.replaceAll(' ', '-')}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8').catch(() => meant)) === meant) await rm(aside, { force: true });
  else await rename(aside, file);
}
