import { statSync } from 'node:fs';

/**
 * How a file lies there: whoever writes to it or puts another in its place changes this. It begins with `file` where there
 * are bytes to read.
 */
export function stampOf(path: string): string {
  try {
    const stat = statSync(path, { bigint: true });
    const { size, mtimeNs, ctimeNs, ino } = stat;
    return [stat.isFile() ? 'file' : 'other', size, mtimeNs, ctimeNs, ino].join(' ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'none';
  }
}
