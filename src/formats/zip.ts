import { zipSync } from 'fflate';

/** Formats whose bytes are packed already. */
const packed = /\.(?:pdf|png)$/;

/**
 * One ZIP file; the same files give the same bytes, wherever and whenever it is made.
 * @param date the day that all files in it bear, in UTC
 */
export function zipOf(files: readonly { path: string; bytes: Uint8Array }[], date: Date): Uint8Array {
  // ZIP knows no time zones: the package writes what clocks here show, which must be the same everywhere.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const entries = files.map(({ path, bytes }) => [path, [bytes, { mtime, level: packed.test(path) ? 0 : 6 }]] as const);
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
