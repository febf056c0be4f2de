import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './folders.js';
import { root } from './pshe.js';

const run = promisify(execFile);

/** A copy of the sources of the tool that a test may change and build. */
export function copyOfTool() {
  const folder = join(temporaryFolder(), 'tool');
  const left = ['node_modules', '.git', 'out', 'coverage', 'bench'].map((name) => join(root, name));
  cpSync(root, folder, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    build: () => run('npm', ['run', 'build'], { cwd: folder }),
    node: (...words: string[]) => run(process.execPath, words, { cwd: folder }),
  };
}
