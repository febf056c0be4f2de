import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { pshe } from '../helpers/pshe.js';

const term = `updated: 2026-12-01
terms:
  - id: tadpole-shed
    avoid: [tadpole shed]
    prefer: cycle store
    reason: Nobody knows the other word
    level: warn
    match: always
    proof: { source: an invented guide, mark: verified, checked: 2026-11-24 }
`;

interface Found {
  rule: string;
  line: number;
  file: string;
}

describe('what was worked out before', () => {
  let content: string;
  let cache: string;
  const path = (name: string) => join(content, name);
  const lesson = 'lessons/ks3/ours/ks3-ours-1.yaml';
  const entries = () => readdirSync(join(cache, 'content')).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const change = (from: string, to: string) =>
    writeFileSync(path(lesson), readFileSync(path(lesson), 'utf8').replace(from, to));
  const check = async (env: NodeJS.ProcessEnv, ...words: string[]) => {
    const all = ['check', '--format', 'json', '--content', content, '--today', '2026-12-01', ...words];
    return (await pshe(all, { env })).out;
  };
  /** What is found with what was kept, which must be what is found without. */
  const found = async (...words: string[]): Promise<string[]> => {
    const kept = await check({ PSHE_CACHE: cache }, ...words);
    expect(kept).toBe(await check({ PSHE_CACHE: temporaryFolder() }, ...words));
    // Days of the library that are past are found as well, on some days.
    const own = (JSON.parse(kept).findings as Found[]).filter(({ file }) => !file.endsWith('days.yaml'));
    return own.map(({ rule, line }) => `${rule} ${line}`);
  };

  beforeEach(async () => {
    content = exampleFolder({ step: 'say: Ask the guys about the tadpole shed on 1 March 2027.\n' });
    cache = temporaryFolder();
    expect(await found()).toEqual([expect.stringMatching(/^inclusive-language/)]);
    expect(entries().length).toBeGreaterThan(20);
  });

  it('is used again where nothing has changed', async () => {
    const before = entries();
    await found();
    expect(entries()).toEqual(before);
  });

  it.each([
    ['a text', () => change('Ask the guys', 'Ask them'), [], []],
    ['a line above it', () => change('care: ', '# a comment\ncare: '), [], ['inclusive-language']],
    ['the day', () => {}, ['--today', '2027-06-01'], ['date-past', 'inclusive-language']],
    ['which rules are used', () => {}, ['--rule', 'inclusive-language=off'], []],
    ['how much a rule weighs', () => {}, ['--rule', 'inclusive-language=error'], ['inclusive-language']],
    [
      'a list that texts are held against',
      () => writeInto(content, 'lessons/reference/terms.yaml', term),
      [],
      ['inclusive-language', 'wording'],
    ],
  ] as const)('is worked out again when there is another answer: %s', async (_what, act, words, rules) => {
    act();
    expect((await found(...words)).map((one) => one.split(' ')[0]).sort()).toEqual([...rules].sort());
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of something else', (text: string) => text.replace(/inclusive|title/g, 'x')],
    ['not for reading', () => '\u0000\u0001'],
  ])('is not believed when it is %s', async (_how, damage) => {
    for (const name of entries()) {
      const file = join(cache, 'content', name);
      writeFileSync(file, damage(readFileSync(file, 'utf8')));
    }
    expect(await found()).toEqual([expect.stringMatching(/^inclusive-language/)]);
  });

  it('is not kept where nothing can be written, and nobody is told', async () => {
    const closed = temporaryFolder();
    writeFileSync(join(closed, 'file'), '');
    const { out, err } = await pshe(['check', '--content', content], { env: { PSHE_CACHE: join(closed, 'file') } });
    expect(out).toContain('guys');
    expect(err).not.toMatch(/ENOTDIR|EEXIST|can’t/);
  });

  it('is thrown away when nobody has asked for it in a month', async () => {
    const old = new Date(Date.now() - 32 * 24 * 60 * 60 * 1000);
    const before = entries();
    for (const name of [...before, 'tidied']) utimesSync(join(cache, 'content', name), old, old);
    change('Ask the guys', 'Ask them');
    await check({ PSHE_CACHE: cache });
    // All but the answers about the lesson that has changed were asked for once more.
    expect(entries().filter((name) => before.includes(name)).length).toBe(before.length - 2);
  });
});
