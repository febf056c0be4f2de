import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packagedLessons } from '../../src/library/content.js';
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

/** The rules by which something was found, but for days of the library, which are past on some days. */
function rulesIn(report: string): string[] {
  const { findings } = JSON.parse(report) as { findings: { rule: string; file: string }[] };
  return findings
    .filter(({ file }) => !file.endsWith('days.yaml'))
    .map(({ rule }) => rule)
    .sort();
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
  const withNothingKept = (...words: string[]) => check({ PSHE_CACHE: temporaryFolder() }, ...words);
  /** The lessons and what was worked out of them, as each test finds both. */
  let before: { content: string; cache: string; found: string };

  beforeAll(async () => {
    content = exampleFolder({ step: 'say: Ask the guys about the tadpole shed on 1 March 2027.\n' });
    before = { content: temporaryFolder(), cache: temporaryFolder(), found: await withNothingKept() };
    cpSync(content, before.content, { recursive: true });
    const first = await check({ PSHE_CACHE: before.cache });
    expect(first).toBe(before.found);
    expect(rulesIn(first)).toEqual(['inclusive-language']);
  });

  beforeEach(() => {
    rmSync(content, { recursive: true });
    cpSync(before.content, content, { recursive: true });
    cache = temporaryFolder();
    cpSync(before.cache, cache, { recursive: true, preserveTimestamps: true });
    // What the files of the example hold, and what is found in their texts.
    expect(entries()).toHaveLength(4);
  });

  it('is used again where nothing has changed', async () => {
    const kept = entries();
    expect(await check({ PSHE_CACHE: cache })).toBe(before.found);
    expect(entries()).toEqual(kept);
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
    const found = await check({ PSHE_CACHE: cache }, ...words);
    expect(found).toBe(await withNothingKept(...words));
    expect(rulesIn(found)).toEqual([...rules].sort());
  });

  it('is worked out again when the frame has lost a line that plans count on', async () => {
    const frame = readFileSync(join(packagedLessons, 'reference/frame.yaml'), 'utf8');
    const without = frame.replace(/^( +- id: pass\n +text: ).*$/m, '$1Look at your desk if you like.');
    writeInto(content, 'lessons/reference/frame.yaml', without);
    const found = await check({ PSHE_CACHE: cache });
    expect(found).toBe(await withNothingKept());
    // Those of the library as well, which were sound as they came.
    expect(rulesIn(found).filter((rule) => rule === 'right-to-pass').length).toBeGreaterThan(20);
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
    expect(await check({ PSHE_CACHE: cache })).toBe(before.found);
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
    const kept = entries();
    for (const name of [...kept, 'tidied']) utimesSync(join(cache, 'content', name), old, old);
    change('Ask the guys', 'Ask them');
    await check({ PSHE_CACHE: cache });
    // All but the answers about the lesson that has changed were asked for once more.
    expect(entries().filter((name) => kept.includes(name)).length).toBe(kept.length - 2);
  });
});
