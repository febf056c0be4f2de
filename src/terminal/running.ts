import { hostname } from 'node:os';

/** This machine, in letters and digits: on another one, or in another container, other processes run. */
export const machine: string =
  hostname()
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 24) || 'unnamed';

/** Whether a process runs on this machine, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
