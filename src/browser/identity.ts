import { execFile } from 'node:child_process';
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What tells one browser from another without starting it: its program file. Where that is a script which starts the
 * program proper, as with Debian's Chromium and Google's Chrome, the script stays the same when the program is renewed, so
 * it is asked for its version.
 * @param path where the browser is
 */
export async function browserIdentity(path: string): Promise<string> {
  const file = realpathSync(path);
  const { size, mtimeMs } = statSync(file);
  const known = `${file} ${size} ${mtimeMs}`;
  if (!isScript(file)) return known;
  const version = await run(file, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  return `${known} ${version}`;
}

function isScript(file: string): boolean {
  const head = Buffer.alloc(2);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, head, 0, 2, 0);
  } finally {
    closeSync(opened);
  }
  return head.toString('latin1') === '#!';
}
