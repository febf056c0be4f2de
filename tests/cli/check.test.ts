import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentWith, temporaryFolder } from '../helpers/folders.js';
import { pshe, psheHere, root } from '../helpers/pshe.js';

const cases = join(root, 'tests/cli/check');

describe('check says what is wrong, where, and how to mend it', () => {
  const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'lessons')));
  it.each(names)('%s', async (name) => {
    const { out, err, code } = await psheHere(['check', '--content', join(cases, name)]);
    expect(err).toBe(`Paths count from ${join(cases, name)}.\n`);
    // The library grows; how many files were read says nothing about the case.
    const told = out.replace(/in \d+ files?\.$/m, 'in N files.');
    await expect(told).toMatchFileSnapshot(join(cases, name, 'expected.txt'));
    expect(code).toBe(1);
  });

  it('says it as a process of its own', async () => {
    const words = ['check', '--content', join(cases, 'several-at-once')];
    expect(await pshe(words)).toMatchObject(await psheHere(words));
  });

  it('says the same of each of many files, which are read in several threads', async () => {
    const names = Array.from({ length: 130 }, (_file, index) => `campaigns/campaign-many-${index}.yaml`);
    const texts = ['id: [', 'id: &a 1\ntitle: A text #cut off\n', 'id: 3\n', '- a\n', 'id: \uD800\n'];
    const content = contentWith(
      Object.fromEntries(names.map((name, index) => [name, texts[index % texts.length] as string])),
    );
    const check = async (...paths: string[]) => {
      const { out } = await pshe(['check', '--format', 'json', '--content', content, ...paths], {
        env: { PSHE_CACHE: temporaryFolder() },
      });
      return JSON.parse(out).findings as { file: string; line: number; message: string }[];
    };
    const all = await check();
    expect(new Set(all.map(({ file }) => file))).toEqual(new Set(names.map((name) => `lessons/${name}`)));
    const few = contentWith(Object.fromEntries(names.slice(0, 5).map((name, index) => [name, texts[index] as string])));
    const { out } = await pshe(['check', '--format', 'json', '--content', few]);
    const alone = JSON.parse(out).findings as { file: string }[];
    expect(all.filter(({ file }) => alone.some((one) => one.file === file))).toEqual(alone);
  });
});
