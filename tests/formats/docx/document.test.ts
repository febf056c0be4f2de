import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTextWords } from '../../../src/formats/docx/words.js';
import { readWords } from '../../../src/formats/pdf/words.js';
import { copyOfFixture, fixture, temporaryFolder, writeInto } from '../../helpers/folders.js';
import type { Element } from '../../helpers/office.js';
import { all, first, openOffice, words } from '../../helpers/office.js';
import { openPdf } from '../../helpers/pdf.js';
import { pshe } from '../../helpers/pshe.js';

const out = temporaryFolder();
const guides = ['lead-sheet', 'parent-guide', 'staff-briefing'];
const names = [
  'ks4-gallery-1-teacher-notes',
  'ks4-gallery-1-worksheet',
  'ks4-gallery-1-answers',
  'ks4-gallery-1-cards',
  'ks4-gallery-unit-overview',
  'ks4-gallery-unit-assessment',
  ...guides.map((kind) => `guide-gallery-${kind}-${kind}`),
];
const file = (name: string) => join(out, `${name}-millbrook.docx`);
const pdf = (name: string) => join(out, `${name}-millbrook.pdf`);
const open = (name: string) => openOffice(file(name));
const body = (name: string) => open(name).xml('word/document.xml');
const styleOf = (paragraph: Element) => first(paragraph, 'w:pStyle')?.attributes['w:val'];

beforeAll(async () => {
  const what = ['ks4-gallery-1', 'ks4-gallery', ...guides.map((kind) => `guide-gallery-${kind}`)];
  const where = ['--content', fixture('gallery'), '--out', out, '--quiet', '--profile', 'millbrook'];
  const kinds = ['--kind', `teacher-notes,worksheet,answers,cards,unit-overview,unit-assessment,${guides.join(',')}`];
  const { err, code } = await pshe(['build', ...what, ...kinds, '--format', 'pdf,docx', ...where]);
  expect({ err, code }).toEqual({ err: '', code: 0 });
});

describe.each(names)('%s for Word', (name) => {
  it('is a whole package', () => {
    const { paths, xml, uses } = open(name);
    const types = all(xml('[Content_Types].xml'), 'Override').map(({ attributes }) => attributes.PartName);
    for (const path of paths) {
      if (!/\.(?:png|jpeg|odttf)$/.test(path)) xml(path);
      if (path !== '[Content_Types].xml' && !path.endsWith('.rels')) expect(types).toContain(`/${path}`);
      for (const { target, external } of uses(path)) if (!external) expect(paths, path).toContain(target);
    }
  });

  it('says what is read in the PDF, in the same order', () => {
    // Lists count by themselves; a line to write on and a box to tick are only seen on paper.
    const plain = (read: { word: string }[]) =>
      read.map(({ word }) => word).filter((word) => !/^(?:\d\d?|_+|\u2610)$/.test(word));
    const own = plain(readTextWords(readFileSync(file(name))).read);
    expect(own.join(' ')).toBe(plain(readWords(readFileSync(pdf(name))).read).join(' '));
    expect(own.length).toBeGreaterThan(30);
  });

  it('has styles for all that stands in it, and headings that skip no level', () => {
    const known = all(open(name).xml('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']);
    for (const style of ['w:pStyle', 'w:rStyle'])
      for (const { attributes } of all(body(name), style)) expect(known).toContain(attributes['w:val']);
    const levels = all(body(name), 'w:p').flatMap((one) => /^Heading(\d)$/.exec(styleOf(one) ?? '')?.[1] ?? []);
    expect(levels[0]).toBe('1');
    expect(levels.filter((level) => level === '1')).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(Number(level) - Number(levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has a head in each table that is none of boxes, and cells for each column', () => {
    for (const table of all(body(name), 'w:tbl')) {
      const columns = all(table, 'w:gridCol').length;
      for (const row of all(table, 'w:tr')) expect(all(row, 'w:tc')).toHaveLength(columns);
      const isBoxes = first(table, 'w:insideV') !== undefined;
      if (!isBoxes) expect(first(first(table, 'w:tr') as Element, 'w:tblHeader')).toBeDefined();
      for (const cell of all(table, 'w:tc')) expect((cell.inner.at(-1) as Element).name).toBe('w:p');
    }
  });

  it('is in British English, in named fonts with Arial in their stead', () => {
    const styles = open(name).xml('word/styles.xml');
    expect(first(styles, 'w:lang')?.attributes['w:val']).toBe('en-GB');
    const fonts = all(open(name).xml('word/fontTable.xml'), 'w:font');
    expect(fonts.map((font) => first(font, 'w:altName')?.attributes['w:val'])).toEqual(['Arial', 'Arial']);
  });

  it('says of itself, and at the foot of its pages, what the PDF says', async () => {
    const { properties } = await openPdf(pdf(name));
    const core = open(name).xml('docProps/core.xml');
    expect([words(first(core, 'dc:title')), words(first(core, 'dc:subject'))]).toEqual([
      properties.Title,
      properties.Subject,
    ]);
    expect(words(open(name).xml('word/footer1.xml'))).toContain('Draft, not reviewed');
  });
});

describe('what is in a document for Word', () => {
  it('is its fonts as well, hidden as Word wants them, and kept when it is saved', () => {
    const { xml, uses, parts } = open('ks4-gallery-1-worksheet');
    expect(first(xml('word/settings.xml'), 'w:embedTrueTypeFonts')).toBeDefined();
    for (const font of all(xml('word/fontTable.xml'), 'w:font'))
      for (const [name, weight] of Object.entries({ Regular: 400, Bold: 700 })) {
        const face = first(font, `w:embed${name}`)?.attributes ?? {};
        const { target } = uses('word/fontTable.xml').find(({ id }) => id === face['r:id']) as { target: string };
        // ECMA-376, part 1, 17.8.1: the key read from its end, over the first 32 bytes.
        const key = Buffer.from((face['w:fontKey'] as string).replace(/[^0-9A-F]/g, ''), 'hex').reverse();
        const shown = Buffer.from(parts[target] as Uint8Array);
        for (const [index, byte] of Buffer.concat([key, key]).entries()) shown[index] = (shown[index] ?? 0) ^ byte;
        const inside = fontkit.create(shown) as fontkit.Font;
        expect([inside.familyName, inside['OS/2'].usWeightClass]).toEqual([font.attributes['w:name'], weight]);
      }
  });

  it('counts its lists, each from one', () => {
    const name = 'guide-gallery-staff-briefing-staff-briefing';
    const numbers = all(open(name).xml('word/numbering.xml'), 'w:num');
    const ids = all(body(name), 'w:p').filter((one) => styleOf(one) === 'ListNumber');
    const used = new Set(ids.map((one) => first(one, 'w:numId')?.attributes['w:val']));
    expect(used.size).toBeGreaterThan(0);
    for (const id of used) {
      const number = numbers.find(({ attributes }) => attributes['w:numId'] === id) as Element;
      expect(first(number, 'w:startOverride')?.attributes['w:val']).toBe('1');
    }
  });

  it('has lines to write on, boxes to tick and tables to fill', () => {
    const sheet = body('ks4-gallery-1-worksheet');
    expect(all(sheet, 'w:p').filter((one) => styleOf(one) === 'WriteHere').length).toBeGreaterThan(3);
    expect(words(sheet)).toContain('\u2610');
    expect(all(sheet, 'w:trHeight').length).toBeGreaterThan(2);
  });

  it('has a box for what stands around a form, and one for what stands in it', () => {
    const drawn = all(body('ks4-gallery-1-worksheet'), 'w:tr').find((row) => words(row).includes('What leaves room'));
    expect(all(drawn as Element, 'w:tc').map(words)).toEqual(['What fills it', 'What leaves room']);
  });

  it('is one box where a template of one’s own draws a form without words', async () => {
    const content = copyOfFixture('gallery');
    writeInto(content, 'templates/partials/block-draw.hbs', '<div class="draw"><svg viewBox="0 0 9 9"></svg></div>');
    const made = ['build', 'ks4-gallery-1', '--kind', 'worksheet', '--format', 'docx', '--quiet'];
    const own = temporaryFolder();
    expect((await pshe([...made, '--content', content, '--out', own])).code).toBe(0);
    const sheet = openOffice(join(own, 'ks4-gallery-1-worksheet.docx')).xml('word/document.xml');
    for (const table of all(sheet, 'w:tbl')) expect(all(table, 'w:tc').length).toBeGreaterThan(0);
    const usual = all(body('ks4-gallery-1-worksheet'), 'w:tbl');
    expect(all(sheet, 'w:tbl')).toHaveLength(usual.length);
  });

  it('keeps on one page what is kept on one on paper, numbers to ring most of all', () => {
    const blocks = (first(body('ks4-gallery-1-worksheet'), 'w:body') as Element).inner as Element[];
    const stays = (block: Element) => first(block, 'w:keepNext') !== undefined;
    const help = blocks.slice(blocks.findIndex((block) => words(block) === 'Need to talk?') + 1);
    const items = help.filter((block) => block.name === 'w:p');
    expect(items.length).toBeGreaterThan(2);
    expect(items.map(stays)).toEqual(items.map((_item, index) => index < items.length - 1));
    const rows = all(blocks.find(({ name }) => name === 'w:tbl') as Element, 'w:tr');
    expect(rows.map(stays)).toEqual(rows.map((_row, index) => index < rows.length - 1));
  });

  it('has room for a sheet of cards on a page, in letters to be read across a table', () => {
    const cards = body('ks4-gallery-1-cards');
    const size = first(cards, 'w:pgSz')?.attributes['w:h'];
    const { 'w:top': top, 'w:bottom': bottom } = first(cards, 'w:pgMar')?.attributes ?? {};
    const sheets = all(cards, 'w:tbl').map((table) =>
      all(table, 'w:trHeight').reduce((sum, { attributes }) => sum + Number(attributes['w:val']), 0),
    );
    // Beside the boxes, a page has a heading of up to two lines, a line below it and one at the end.
    for (const height of sheets) expect(height).toBeLessThan(Number(size) - Number(top) - Number(bottom) - 2400);
    const styles = new Set(all(cards, 'w:tc').flatMap((cell) => all(cell, 'w:p').map(styleOf)));
    expect([...styles]).toEqual(expect.arrayContaining(['CardNumber', 'CardText', 'CardPrompt']));
    expect(styles).not.toContain('BodyText');
  });

  it('gives no dash to what has a line to put a cross on: many number such lines', () => {
    const line = all(body('ks4-gallery-1-worksheet'), 'w:p').find((one) => words(one) === 'Show me your phone.');
    expect(styleOf(line as Element)).toBe('BodyText');
  });

  it('numbers each question in its heading', () => {
    const headings = all(body('ks4-gallery-1-worksheet'), 'w:p').filter((one) => styleOf(one) === 'Heading2');
    const numbers = headings.flatMap((one) => /^\d+/.exec(words(one))?.[0] ?? []).map(Number);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(5);
  });

  it('begins a sheet where paper does: what teachers read is on none with what pupils write on', () => {
    const blocks = (first(body('ks4-gallery-unit-assessment'), 'w:body') as Element).inner as Element[];
    const at = blocks.findIndex((block) => words(block).startsWith('For teachers'));
    const page = first(blocks[at - 1] as Element, 'w:br');
    expect(page?.attributes['w:type']).toBe('page');
  });

  it('describes what leads out of it by its words', () => {
    const links = all(body('guide-gallery-parent-guide-parent-guide'), 'w:hyperlink');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(words(link)).not.toBe('');
  });
});
