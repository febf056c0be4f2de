import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { pshe, root } from '../helpers/pshe.js';

interface Data {
  statements: { id: string; weight: string; lessons: { id: string; band: string }[] }[];
  gaps: string[];
  once: string[];
  strands: { strand: string; minutes: Record<string, number> }[];
  lessons: { id: string; minutes: number }[];
}

async function coverage(...words: string[]): Promise<Data> {
  const { out, code } = await pshe(['coverage', '--json', ...words]);
  expect(code).toBe(0);
  return JSON.parse(out) as Data;
}

describe('pshe coverage', () => {
  it('says of each statement which lessons name it', async () => {
    const { statements, gaps } = await coverage();
    const trust = statements.find(({ id }) => id === 'RSHE25-RR-01');
    expect(trust?.lessons).toContainEqual({ id: 'ks3-respect-1', band: 'ks3' });
    const core = statements.filter(({ weight }) => weight === 'core');
    expect(core).toHaveLength(45);
    expect(gaps).toEqual(core.filter(({ lessons }) => lessons.length === 0).map(({ id }) => id));
  });

  it('counts a lesson of one’s own, its minutes shared among the strands of its activities', async () => {
    const content = exampleFolder({
      lesson: 'statements: [RSHE25-PS-05, RSHE25-RR-01]\n',
      activity: 'statements: [RSHE25-PS-05, RSHE25-RR-01]\n',
    });
    const before = await coverage('--band', 'ks3');
    const after = await coverage('--band', 'ks3', '--content', content);
    expect(before.statements.find(({ id }) => id === 'RSHE25-PS-05')?.lessons).toEqual([]);
    expect(after.statements.find(({ id }) => id === 'RSHE25-PS-05')?.lessons).toEqual([
      { id: 'ks3-ours-1', band: 'ks3' },
    ]);
    const minutes = ({ strands }: Data, name: string) =>
      strands.find(({ strand }) => strand === name)?.minutes.ks3 ?? 0;
    const grown = minutes(after, 'Personal safety') - minutes(before, 'Personal safety');
    expect(grown).toBeGreaterThan(0);
    expect(after.lessons.length).toBe(before.lessons.length + 1);
  });

  it('leaves out what a school leaves out', async () => {
    const folder = temporaryFolder();
    const school = 'id: elm\nname: Elm School\nkind: school\nnation: england\nleave-out:\n  lessons: [ks3-respect-1]\n';
    writeInto(folder, 'elm.yaml', school);
    const { lessons } = await coverage('--profile', join(folder, 'elm.yaml'));
    expect(lessons.map(({ id }) => id)).not.toContain('ks3-respect-1');
  });

  it('tells it in words at 80 columns, for one band as well', async () => {
    for (const words of [[], ['--band', 'ks4']]) {
      const { out } = await pshe(['coverage', ...words]);
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
      expect(out).toMatch(/\d+ of 45 core statements are taught/);
    }
  });

  it('writes a page for governors with the same numbers', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'coverage.pdf');
    const { out } = await pshe(['coverage', '--pdf', file, '--profile', 'millbrook', '--today', '2026-12-01']);
    const { text, pages, tagged } = await openPdf(file);
    const [, taught] = /(\d+) of 45 core/.exec(out) ?? [];
    const [, twice, once] = /(\d+) are taught in two key stages or more, (\d+) in one/.exec(text) ?? [];
    expect(Number(twice) + Number(once)).toBe(Number(taught));
    expect(text).toContain('Millbrook School');
    expect(text).toContain('1 December 2026');
    expect(tagged).toBe(true);
    expect(pages).toBe(1);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    [['--band', 'ks9'], 'There is no band “ks9”.'],
    [['--profile', 'milbrook'], 'Did you mean “millbrook”?'],
  ])('ends with 2: %j', async (words, said) => {
    const { err, code } = await pshe(['coverage', ...words]);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });

  it('does not count a lesson with something wrong in it, and says so', async () => {
    const content = join(root, 'tests/cli/check/gate-band-map-lacks-band');
    const { out, err, code } = await pshe(['coverage', '--content', content]);
    expect(err).toMatch(/Not counted, as something is wrong in it: \S+\. See “pshe check”\./);
    expect(out).toMatch(/core statements are taught/);
    expect(code).toBe(0);
  });

  it('leaves no half file where nothing can be written', async () => {
    const folder = temporaryFolder();
    writeInto(folder, 'file', '');
    const file = join(folder, 'file/coverage.pdf');
    const { code, err } = await pshe(['coverage', '--pdf', file]);
    expect(err).toContain('can’t be written');
    expect(code).toBe(3);
    expect(existsSync(file)).toBe(false);
  });
});
