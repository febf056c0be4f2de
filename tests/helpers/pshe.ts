import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chalk from 'chalk';
import { vi } from 'vitest';

/** The root of the package. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

interface Options {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** The folder of another copy of the tool. */
  tool?: string;
}

export interface Ended {
  out: string;
  err: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Runs the real tool in a process of its own, without colour. */
export function pshe(words: readonly string[], options: Options = {}): Promise<Ended> {
  return start(words, options).ended;
}

/**
 * Runs a command that ends well or with findings in the process of the test: for long lists of cases that ask what it says,
 * and not what the process does.
 */
export async function psheHere(words: readonly string[]): Promise<Omit<Ended, 'signal'>> {
  const said = { out: '', err: '', code: 0 };
  const listen = (stream: NodeJS.WriteStream, name: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[name] += text;
      return true;
    });
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
  const { level } = chalk;
  chalk.level = 0;
  // The tool takes longer to read than most tests that start it as a process.
  const { createProgram } = await import('../../src/cli.js');
  try {
    const program = createProgram((code) => {
      said.code = code;
    });
    await program.parseAsync(words, { from: 'user' });
  } finally {
    chalk.level = level;
    for (const spy of spies) spy.mockRestore();
  }
  return said;
}

/** Starts the real tool and gives the process, so that a test can stop it. */
export function start(words: readonly string[], { cwd = root, env = {}, tool = root }: Options = {}) {
  const child = spawn(process.execPath, [join(tool, 'bin/pshe.js'), ...words], {
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
