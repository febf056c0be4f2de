import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the package. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const tool = fileURLToPath(new URL('../../bin/pshe.js', import.meta.url));

export interface Ended {
  out: string;
  err: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Runs the real tool in a process of its own, without colour. */
export function pshe(
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return start(words, options).ended;
}

/** Starts the real tool and gives the process, so that a test can stop it. */
export function start(
  words: readonly string[],
  { cwd = root, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
) {
  const child = spawn(process.execPath, [tool, ...words], {
    cwd,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ out, err, code, signal }));
  });
  return { child, ended };
}
