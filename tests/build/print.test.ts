import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { PdfFile } from '../../src/formats/pdf/file.js';
import { PdfRef } from '../../src/formats/pdf/objects.js';
import { pagesOf } from '../../src/formats/pdf/structure.js';
import { fixture, temporaryFolder } from '../helpers/folders.js';

const content = fixture('gallery');
const out = temporaryFolder();
const own = ['ks4-gallery', 'campaign-gallery', 'guide-gallery-card'];
const guides = ['parent-guide', 'staff-briefing', 'lead-sheet'].map((kind) => `guide-gallery-${kind}`);
const { made, failed } = await build({
  what: [...own, ...guides],
  prints: ['mono', 'large', 'tinted', 'bleed'],
  content,
  profiles: [join(fixture(''), 'northgate.yaml')],
  out,
});
const of = (kind: string) => made.filter((document) => document.kind === kind).map(({ print }) => print);
const pdfOf = (path: string) => readFileSync(join(out, path));

/** The colours that a document paints with, beside black, white and what is nearly grey. */
function coloursOf(path: string): string[] {
  const file = new PdfFile(pdfOf(path));
  const drawings = [...file.numbers()]
    .map((number) => new PdfRef(number))
    .filter((ref) => {
      const value = file.get(ref);
      return value instanceof Map && value.has('Length') && !value.has('Length1') && value.get('Subtype') !== '/Image';
    })
    .map((ref) => file.stream(ref).toString('latin1'));
  const found = drawings.flatMap((text) => [...text.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg$/gm)]);
  const colours = new Set(found.map(([, ...parts]) => parts.join(' ')));
  return [...colours].filter((colour) => {
    const values = colour.split(' ').map(Number);
    return Math.max(...values) - Math.min(...values) > 0.05;
  });
}

describe('documents printed in other ways', () => {
  it('are all made, long names or not', () => {
    expect(failed.map(({ job, reason, findings }) => [job.path, reason, findings.map(({ rule }) => rule)])).toEqual([]);
  });

  it('are made of what is for paper, each kind in the ways that make sense', () => {
    expect(of('teacher-notes')).toEqual(['mono', 'large', 'tinted']);
    expect(of('parent-guide')).toEqual(['mono', 'large', 'tinted']);
    expect(of('poster')).toEqual(['mono', 'bleed', 'mono', 'bleed', 'mono', 'bleed', 'mono', 'bleed']);
    expect(of('slides')).toEqual([]);
    expect(of('social')).toEqual([]);
  });

  it('are as they always are where that is black and white', () => {
    expect(of('worksheet')).toEqual([null, 'large', 'tinted']);
    expect(made.map(({ path }) => path)).toContain('ks4-gallery-1-worksheet-northgate.pdf');
    expect(made.map(({ path }) => path)).toContain('ks4-gallery-1-worksheet-large-northgate.pdf');
  });

  it('have no colour in mono', () => {
    for (const kind of ['teacher-notes', 'poster', 'unit-overview', 'class-kit', 'help-card', 'lead-sheet']) {
      const path = made.find((document) => document.kind === kind && document.print === 'mono')?.path ?? '';
      expect(coloursOf(path), path).toEqual([]);
    }
    expect(coloursOf(made.find(({ print }) => print === 'tinted')?.path ?? '').length).toBeGreaterThan(2);
  });

  it('with bleed reach 3 mm beyond where they are trimmed', () => {
    const path = made.find(({ print, size }) => print === 'bleed' && size === 'a4')?.path ?? '';
    const file = new PdfFile(pdfOf(path));
    const [page] = pagesOf(file);
    const box = (name: string) => file.array(page && file.dict(page).get(name)).map(Number);
    const [left, bottom, right, top] = box('TrimBox') as [number, number, number, number];
    // A4 in points, which Chromium rounds to its own pixels.
    expect(Math.abs(right - left - 595.28)).toBeLessThan(1);
    expect(Math.abs(top - bottom - 841.89)).toBeLessThan(1);
    expect(left).toBeCloseTo(8.504, 2);
    expect(box('BleedBox')).toEqual(box('MediaBox'));
  });

  it('stay where another build makes them in another way', async () => {
    const folder = temporaryFolder();
    const wish = { what: ['guide-gallery-lead-sheet'], kinds: ['lead-sheet'], content, out: folder };
    for (const prints of [['large'], ['tinted'], ['large', 'large'], []]) {
      const { removed, made } = await build({ ...wish, prints });
      expect(removed).toEqual([]);
      expect(made).toHaveLength(1);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
  });

  it('are refused for a kind that is never on paper', async () => {
    const wish = { what: own, kinds: ['slides'], prints: ['large'], content, out };
    await expect(build(wish)).rejects.toThrow('The kind “slides” can’t be printed large.');
    await expect(build({ ...wish, kinds: [], prints: ['huge'] })).rejects.toThrow(
      'There is no way of printing “huge”.',
    );
  });
});
