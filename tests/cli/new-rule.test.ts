import { expect, it } from 'vitest';
import { pshe } from '../helpers/pshe.js';
import { copyOfTool } from '../helpers/tool.js';

it('pshe new rule writes a rule whose cases and page pass at once', async () => {
  const { build, node } = copyOfTool();

  const made = await node('bin/pshe.js', 'new', 'rule', 'olden-days');
  expect(made.stdout.split('\n').slice(0, 3)).toEqual([
    'src/check/rules/olden-days.ts',
    'tests/check/rules/olden-days.yaml',
    'docs/rules/olden-days.md',
  ]);
  await build();
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
