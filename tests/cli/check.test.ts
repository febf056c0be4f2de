import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pshe, root } from '../helpers/pshe.js';

const cases = join(root, 'tests/cli/check');

describe('check says what is wrong, where, and how to mend it', () => {
  const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'lessons')));
  it.each(names)('%s', async (name) => {
    const { out, err, code } = await pshe(['check', '--content', join(cases, name)]);
    expect(err).toBe(`Paths count from ${join(cases, name)}.\n`);
    // The library grows; how many files were read says nothing about the case.
    const told = out.replace(/in \d+ files?\.$/m, 'in N files.');
    await expect(told).toMatchFileSnapshot(join(cases, name, 'expected.txt'));
    expect(code).toBe(1);
  });
});
