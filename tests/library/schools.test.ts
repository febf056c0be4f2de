import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { inWords } from '../../src/check/run.js';
import { readSchools } from '../../src/library/schools.js';
import { temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { pshe } from '../helpers/pshe.js';

const folder = temporaryFolder();
let count = 0;
const guideIds = ['guide-parents', 'guide-staff', 'guide-dsl', 'guide-card'];

/** A list of schools on disk. */
function list(text: string | Buffer): string {
  count += 1;
  const path = join(folder, `schools-${count}.csv`);
  writeFileSync(path, text);
  return path;
}

/** What the check says of a list: place, column and words. */
async function saidOf(text: string | Buffer): Promise<string[]> {
  const { findings } = await build({ what: ['campaign-cea'], profiles: [list(text)], dryRun: true });
  return findings.map(inWords).map(({ range, where, message }) => `${range.line}:${range.column} ${where}: ${message}`);
}

describe('a list of schools', () => {
  it('makes the posters of a whole county in one go', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) =>
        `school-${index},"School ${index}, Elm Road",england,Ms Okafor ${index},room ${index},example.org/${index},Social care ${index},0300 123 ${1000 + index},2026-11-24`,
    );
    const text = ['id,name,nation,Adult,adult where,link,local,local-phone,local_checked', ...rows].join('\r\n');
    const out = temporaryFolder();
    const wish = { what: ['campaign-cea'], kinds: ['poster'], profiles: [list(`\uFEFF${text}\r\n`)], out };
    const { made, failed } = await build(wish);
    expect(failed).toEqual([]);
    expect(made).toHaveLength(240);
    expect(new Set(made.map(({ profile }) => profile)).size).toBe(60);
    const pupils = await openPdf(join(out, 'campaign-cea-pupils-poster-a4-school-41.pdf'));
    expect(pupils.text).toContain('Ms Okafor 41');
    expect(pupils.properties.Author).toBe('School 41, Elm Road');
    const open = await openPdf(join(out, 'campaign-cea-public-poster-a4-school-7.pdf'));
    expect(open.text.replaceAll('\u00a0', ' ')).toContain('0300 123 1007');
    expect(open.text).not.toContain('Social care 8');
  }, 60_000);

  it('may have semicolons or tabs between its cells', async () => {
    for (const separator of [';', '\t']) {
      const text = [
        ['id', 'name', 'nation'],
        ['elm', 'Elm, and Oak', 'wales'],
      ]
        .map((row) => row.join(separator))
        .join('\n');
      const { sources, findings } = await readSchools(list(text), 'schools.csv');
      expect(findings).toEqual([]);
      expect(sources.map(({ data }) => data)).toEqual([
        { kind: 'school', id: 'elm', name: 'Elm, and Oak', nation: 'wales' },
      ]);
    }
  });

  it('may have empty columns, rows and cells at its ends, as spreadsheets leave them', async () => {
    const texts = ['id,name,nation,\nelm,Elm,england,', '\n\nid;name;nation;;\nelm;Elm;england;;\n;;;;\n'];
    for (const text of texts) {
      const { sources, findings } = await readSchools(list(text), 'schools.csv');
      expect(findings).toEqual([]);
      expect(sources.map(({ data }) => data)).toEqual([{ kind: 'school', id: 'elm', name: 'Elm', nation: 'england' }]);
    }
  });

  it('with a mistake makes no document for no school in its place', async () => {
    const path = list('id,name,nation,youngest-band\nelm,Elm School,england,KS3');
    const { planned } = await build({ what: ['guide-card'], profiles: [path], allowErrors: true, dryRun: true }).catch(
      () => ({ planned: [] }),
    );
    expect(planned).toEqual([]);
  });

  it('may name schools of every nation', async () => {
    const rows = ['england', 'wales', 'scotland', 'northern-ireland'].map((nation) => `${nation},Elm,${nation}`);
    const path = list(['id,name,nation', ...rows].join('\n'));
    const { failed, made } = await build({ what: guideIds, profiles: [path], out: temporaryFolder() });
    expect(failed.map(({ reason }) => reason)).toEqual([]);
    expect(made.length).toBeGreaterThan(20);
  }, 60_000);

  it.each([
    ['id,name,nation,colour\nelm,Elm School,england,blue', '2:24 row 2 (elm), column “colour”: “colour” is “blue”'],
    [
      'id,name,nation\nelm,Elm School,england\noak,Oak,englnd',
      '3:9 row 3 (oak), column “nation”: “nation” is “englnd”',
    ],
    ['id,name,nation\nelm,Elm School', '2:1 row 2 (elm)'],
    ['id,name,nation,adlt\nelm,Elm School,england,Me', '1:1 : There is no column “adlt” in a list of schools.'],
    ['id,name,nation,name\nelm,Elm,england,Elm', '1:1 : The column “name” stands there twice.'],
    ['id,name\nelm,Elm School', '1:1 : The column “nation” is missing.'],
    ['id,name,nation\nelm,Elm, Road,england', '2:1 row 2: This row has more cells'],
    ['id,name,nation\nelm,"Elm,england\n', ': A quotation mark in this list opens and does not close'],
    ['id,name,nation\n', '1:1 : This list has no school in it.'],
    ['', '1:1 : The column “id” is missing.'],
    [Buffer.from('id,name,nation\nz,Zo\xeb,england', 'latin1'), '2:5 : The file is not saved as UTF-8 text'],
    [
      'id,name,nation\nelm,Elm,england\nelm,Elm again,england',
      '3:1 row 3 (elm), column “id”: The id “elm” is already taken by row 2 (elm)',
    ],
    [
      'id,name,nation,adult-role\nelm,Elm,england,head',
      '2:17 row 2 (elm), column “adult-role”: The column “adult” is empty.',
    ],
  ])('%j is refused at its row and column', async (text, words) => {
    expect((await saidOf(text)).join('\n')).toContain(words);
  });

  it('is told what stands in one of its rows each time, and of that row alone', async () => {
    const text = 'id,name,nation\nelm,Elm Road,england\nwillow,Willow ☀,england\noak,Oak Lane,england\n';
    const first = await saidOf(text);
    expect(first).toEqual(['3:8 row 3 (willow), column “name”: The fonts of the documents can’t show “☀” (U+2600).']);
    expect(await saidOf(text)).toEqual(first);
  });

  it('that is another table is told so, and no more than that', async () => {
    const columns = Array.from({ length: 5000 }, (_column, index) => `column-${index}`).join();
    expect(await saidOf(`__proto__,constructor,${columns}\n${'x,'.repeat(5001)}x\n`)).toHaveLength(20);
  });

  it('is checked by itself, and makes nothing when a row is wrong', async () => {
    const path = list('id,name,nation,colour\nelm,Elm School,england,#2f5d8a\noak,Oak School,england,green');
    const { out, code } = await pshe(['check', path]);
    expect(code).toBe(1);
    expect(out).toContain('row 3 (oak), column “colour”');
    const { made, refused } = await build({ what: ['campaign-cea'], profiles: [path], out: temporaryFolder() });
    expect({ made, refused }).toEqual({ made: [], refused: true });
  });

  it('shows what looks like a formula or a tag as what it is', async () => {
    const out = temporaryFolder();
    const path = list('id,name,nation,adult\nelm,Elm School,england,"=HYPERLINK(1)<b>x</b>"');
    const { failed } = await build({ what: ['campaign-cea'], kinds: ['poster'], profiles: [path], out });
    expect(failed).toEqual([]);
    const { text } = await openPdf(join(out, 'campaign-cea-pupils-poster-a4-elm.pdf'));
    expect(text.replaceAll(/\s/g, '')).toContain('=HYPERLINK(1)<b>x</b>');
  });

  it('of any text at all gives profiles or findings', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 });
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 })
        .map((rows) => ['id,name,nation', ...rows].join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const { sources, findings } = await readSchools(list(text), 'schools.csv');
        expect(sources.length + findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
