import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/folders.js';
import { pshe, root } from '../helpers/pshe.js';

const run = promisify(execFile);

it('pshe new rule writes a rule whose cases and page pass at once', async () => {
  const copy = join(temporaryFolder(), 'tool');
  const left = ['node_modules', '.git', 'out', 'coverage'];
  cpSync(root, copy, { recursive: true, filter: (path) => !left.includes(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const node = (...words: string[]) => run(process.execPath, words, { cwd: copy });

  const made = await node('bin/pshe.js', 'new', 'rule', 'olden-days');
  expect(made.stdout.split('\n').slice(0, 3)).toEqual([
    'src/check/rules/olden-days.ts',
    'tests/check/rules/olden-days.yaml',
    'docs/rules/olden-days.md',
  ]);
  await run('npm', ['run', 'build'], { cwd: copy });
  await node('scripts/reference.js');
  await node('node_modules/@biomejs/biome/bin/biome', 'check', 'src/check/rules', 'tests/check', '--vcs-enabled=false');
  const tests = await node('node_modules/vitest/vitest.mjs', 'run', 'tests/check', '-t', 'olden-days');
  expect(tests.stdout).toMatch(/Tests .*7 passed/);
  expect((await node('bin/pshe.js', 'explain', 'olden-days')).stdout).toContain('Name the year');
}, 240_000);

it.each([
  ['minutes-add-up', 'There is a rule “minutes-add-up” already'],
  ['Rule', 'can’t be the name of a rule'],
])('but not “%s”', async (id, fact) => {
  const { err, code } = await pshe(['new', 'rule', id]);
  expect(err).toContain(fact);
  expect(code).toBe(2);
});
