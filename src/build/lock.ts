import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onStop } from '../browser/cleanup.js';
import { isRunning } from '../terminal/running.js';

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
  const mine = `${process.pid} ${taken}`;
  for (const since = Date.now(); !(await take(file, mine)); ) {
    const holder = await readFile(file, 'utf8').catch(() => '');
    const isLeft = holder !== '' && !isRunning(Number(holder.split(' ')[0]));
    if (isLeft || Date.now() - since > longestMs) await rm(file, { force: true });
    else await wait(5);
  }
  const release = () => rm(file, { force: true });
  const forget = onStop(release);
  try {
    return await work();
  } finally {
    forget();
    await release();
  }
}

/** Writes the name of the holder into a file that was not there before; false where it was. */
async function take(file: string, holder: string): Promise<boolean> {
  try {
    await writeFile(file, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
