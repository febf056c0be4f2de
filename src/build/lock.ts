import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { goOn, onStop } from '../browser/cleanup.js';
import { isRunning, machine } from '../terminal/running.js';

/** A folder is never locked for longer than it takes to write one small file. */
const longestMs = 10_000;

let taken = 0;

/**
 * Does something to a folder that only one build at a time may do, and waits for others that are at it. A lock whose process
 * runs no longer counts for nothing, nor does one that is held for longer than anything takes.
 * @throws StoppedError once the process has been told to stop
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, '.pshe-lock');
  taken += 1;
  const mine = `${machine} ${process.pid} ${taken}`;
  let holder = '';
  // Not the time of day, which somebody may put right meanwhile.
  for (let since = performance.now(); !take(file, mine); ) {
    const now = textOf(file);
    if (now !== holder) since = performance.now();
    holder = now;
    if (isLeft(holder) || performance.now() - since > longestMs) remove(file, holder, mine);
    else await wait(5);
  }
  const release = () => remove(file, mine, mine);
  const forget = onStop(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}

function isLeft(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  return host === machine && !isRunning(Number(pid));
}

/**
 * Writes the name of the holder into a file that was not there before; false where it was. In one go, as is what follows: a
 * process that is told to stop must not find a lock that it does not know of yet.
 */
function take(file: string, holder: string): boolean {
  goOn();
  const handle = begin(file);
  if (handle === null) return false;
  try {
    writeFileSync(handle, holder);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** A new file; null where there is one of its name. */
function begin(file: string): number | null {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

/** Removes a lock if it is the one that is meant: another build may have taken it meanwhile. */
function remove(file: string, meant: string, mine: string): void {
  const aside = `${file}-${mine.replaceAll(' ', '-')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (textOf(aside) === meant) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/** What a file says; nothing where it can't be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
