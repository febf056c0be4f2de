import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { pshe } from '../helpers/pshe.js';

describe('a baseline', () => {
  let content: string;
  const lesson = () => join(content, 'lessons/ks3/ours/ks3-ours-1.yaml');
  const change = (from: string, to: string) =>
    writeFileSync(lesson(), readFileSync(lesson(), 'utf8').replace(from, to));
  const check = (...words: string[]) =>
    pshe(['check', '--content', content, '--baseline', join(content, 'known.json'), '--max-warnings', '0', ...words]);
  const known = () => JSON.parse(readFileSync(join(content, 'known.json'), 'utf8')).findings as { rule: string }[];

  beforeEach(async () => {
    content = exampleFolder({ step: 'say: Ask the guys to commence.\n' });
    expect((await check('--update-baseline')).code).toBe(0);
  });

  it('leaves out what was there, also when it moves to another line', async () => {
    expect(known().map(({ rule }) => rule)).toEqual(['inclusive-language', 'plain-words']);
    change('care: ', '# a line more\ncare: ');
    const { out, err, code } = await check();
    expect(out).toContain('Nothing wrong');
    expect(err).toContain('2 findings of the baseline are still there.');
    expect(code).toBe(0);
  });

  it('shows what is new, and never takes it in', async () => {
    change('care: ', 'care: Purchase nothing. ');
    change('aim: Pupils', 'aim: Our guys');
    const { out, code } = await check('--update-baseline');
    expect(out).toContain('“guys”');
    expect(code).toBe(1);
    expect(known()).toHaveLength(2);
  });

  it('shrinks by what has been mended', async () => {
    change('the guys', 'them');
    expect((await check()).err).toContain('run with --update-baseline');
    await check('--update-baseline');
    expect(known()).toHaveLength(0);
    change('them', 'the guys');
    expect((await check()).code).toBe(1);
  });

  it('may be named in pshe.yaml', async () => {
    writeFileSync(join(content, 'pshe.yaml'), 'baseline: known.json\nmax-warnings: 0\n');
    const { err, code } = await pshe(['check', '--content', content]);
    expect(err).toContain('2 findings of the baseline are still there.');
    expect(code).toBe(0);
  });

  it('takes in nothing that keeps pupils safe', async () => {
    const other = exampleFolder({ step: 'say: I promise to keep your secret.\n' });
    const words = ['check', '--content', other, '--baseline', join(other, 'known.json'), '--update-baseline'];
    const { out, code } = await pshe(words);
    expect(out).toContain('no-promise-of-secrecy');
    expect(code).toBe(1);
  });

  it.each([
    [['check', '--baseline', 'nowhere.json'], 'There is no baseline nowhere.json.'],
    [['check', '--baseline', 'package.json'], 'package.json is no baseline of this tool.'],
    [['check', '--update-baseline'], '--update-baseline needs the name of the file.'],
  ])('ends with 2: %j', async (words, said) => {
    const { err, code } = await pshe(words);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });
});
