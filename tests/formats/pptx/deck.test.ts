import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, temporaryFolder } from '../../helpers/folders.js';
import type { Element } from '../../helpers/office.js';
import { all, first, openOffice, words } from '../../helpers/office.js';
import { openPdf } from '../../helpers/pdf.js';
import { pshe } from '../../helpers/pshe.js';

const out = temporaryFolder();
const deck = 'ks4-gallery-1-slides-millbrook';
let file: ReturnType<typeof openOffice>;
let slides: Element[];

beforeAll(async () => {
  const what = ['ks4-gallery-1', 'guide-gallery-staff-briefing', '--kind', 'slides', '--profile', 'millbrook'];
  const where = ['--content', fixture('gallery'), '--out', out, '--quiet'];
  const { err, code } = await pshe(['build', ...what, '--format', 'pdf,pptx', ...where]);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  file = openOffice(join(out, `${deck}.pptx`));
  slides = slidePaths().map((path) => file.xml(path));
});

const slidePaths = () => {
  const listed = all(file.xml('ppt/presentation.xml'), 'p:sldId').map(({ attributes }) => attributes['r:id']);
  const known = file.uses('ppt/presentation.xml');
  return listed.map((id) => known.find((one) => one.id === id)?.target as string);
};
const used = (path: string, kind: string) => file.uses(path).find((one) => one.kind === kind)?.target as string;
const holders = (slide: Element, type: string) =>
  all(slide, 'p:sp').filter((shape) => first(shape, 'p:ph')?.attributes.type === type);

describe('a deck for PowerPoint', () => {
  it('is a whole package: each part has its type, and whatever a part uses is there', () => {
    const types = all(file.xml('[Content_Types].xml'), 'Override').map(({ attributes }) => attributes.PartName);
    expect(file.paths[0]).toBe('[Content_Types].xml');
    for (const path of file.paths) {
      if (!/\.(?:png|jpeg|fntdata)$/.test(path)) file.xml(path);
      if (path !== '[Content_Types].xml' && !path.endsWith('.rels')) expect(types).toContain(`/${path}`);
      for (const { target, external } of file.uses(path)) if (!external) expect(file.paths, path).toContain(target);
    }
    expect(types).toHaveLength(new Set(types).size);
  });

  it('gives each part of a slide a number of its own', () => {
    for (const path of file.paths.filter((name) => /(?:slides|slideLayouts|slideMasters)\/\w+\.xml$/.test(name))) {
      const ids = all(file.xml(path), 'p:cNvPr').map(({ attributes }) => attributes.id);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('has a title on each slide, in the place for titles', async () => {
    const pdf = await openPdf(join(out, `${deck}.pdf`));
    const titles = slides.map((slide) => [...holders(slide, 'title'), ...holders(slide, 'ctrTitle')].map(words));
    expect(titles.map((own) => own.length)).toEqual(titles.map(() => 1));
    expect(pdf.outline.map((title) => title.replace(/\s+/g, ' '))).toEqual(expect.arrayContaining(titles.flat()));
  });

  it('says on each slide what the page of the PDF says', async () => {
    const { texts } = await openPdf(join(out, `${deck}.pdf`));
    expect(slides).toHaveLength(texts.length);
    for (const [index, path] of slidePaths().entries()) {
      const fixed = all(file.xml(used(path, 'slideLayout')), 'p:sp').filter(
        (shape) => first(shape, 'p:cNvPr')?.attributes.name === 'Belongs to',
      );
      const told = [words(slides[index]), ...fixed.map(words)].join(' ');
      // Numbers and letters of lists count by themselves.
      const plain = (text: string) =>
        text
          .replace(/(\d+) of \d+/g, '$1')
          .replace(/\u00AD/g, '')
          .replace(/(\d)(?=[a-z])/g, '$1 ')
          .split(/\s+/)
          .filter((word) => word !== '' && !/^(?:\d|[A-D])$/.test(word))
          .join('')
          .split('')
          .sort()
          .join('');
      expect(plain(told), path).toBe(plain(texts[index] as string));
    }
  });

  it('keeps every text in a place of its layout, and every place of a layout in one master', () => {
    for (const [index, path] of slidePaths().entries()) {
      const layout = file.xml(used(path, 'slideLayout'));
      const places = all(layout, 'p:ph').map(({ attributes: { type, idx } }) => `${type} ${idx}`);
      expect(new Set(places).size).toBe(places.length);
      for (const shape of all(slides[index] as Element, 'p:sp').filter((one) => words(one) !== '')) {
        const { type, idx } = first(shape, 'p:ph')?.attributes ?? {};
        expect(places, path).toContain(`${type} ${idx}`);
      }
      expect(used(used(path, 'slideLayout'), 'slideMaster')).toBe('ppt/slideMasters/slideMaster1.xml');
    }
    const layouts = file.paths.filter((path) => /slideLayout\d+\.xml$/.test(path));
    const named = layouts.map((path) => first(file.xml(path), 'p:cSld')?.attributes.name);
    expect(named).toEqual(expect.arrayContaining(['Cover', 'Points', 'Two column', 'Key fact', 'Close']));
  });

  it('has the help line and the number in the master, and on every slide but the cover', () => {
    const master = file.xml('ppt/slideMasters/slideMaster1.xml');
    expect(words(holders(master, 'ftr')[0])).toContain('Childline 0800 1111');
    for (const [index, slide] of slides.entries()) {
      if (index === 0) continue;
      const [number] = holders(slide, 'sldNum');
      expect(first(number as Element, 'a:fld')?.attributes.type).toBe('slidenum');
      expect(words(number)).toBe(String(index + 1));
      const foot = words(holders(slide, 'ftr')[0]);
      expect(foot).toMatch(index === slides.length - 1 ? /never too late to ask/ : /Childline 0800 1111/);
    }
  });

  it('is in British English, in the letters and colours of its theme', () => {
    const theme = file.xml('ppt/theme/theme1.xml');
    expect(all(theme, 'a:latin').map(({ attributes }) => attributes.typeface)).toEqual([
      'Familjen Grotesk',
      'Atkinson Hyperlegible Next',
    ]);
    for (const slide of slides) {
      for (const run of all(slide, 'a:rPr')) expect(run.attributes.lang).toBe('en-GB');
      for (const { attributes } of all(slide, 'a:latin')) expect(attributes.typeface).toMatch(/^\+m[jn]-lt$/);
      for (const { attributes } of all(slide, 'a:srgbClr')) expect(attributes.val).toBe('FFFFFF');
    }
  });

  it('brings its fonts along, each as it is installed elsewhere, and keeps them when it is saved', () => {
    const presentation = file.xml('ppt/presentation.xml');
    expect(presentation.attributes.embedTrueTypeFonts).toBe('1');
    const embedded = all(presentation, 'p:embeddedFont');
    const named = embedded.map((font) => first(font, 'p:font')?.attributes.typeface);
    expect(named).toEqual(
      all(file.xml('ppt/theme/theme1.xml'), 'a:latin').map(({ attributes }) => attributes.typeface),
    );
    for (const [index, font] of embedded.entries())
      for (const [name, weight] of Object.entries({ regular: 400, bold: 700 })) {
        const id = first(font, `p:${name}`)?.attributes['r:id'];
        const { target } = file.uses('ppt/presentation.xml').find((one) => one.id === id) as { target: string };
        const eot = Buffer.from(file.parts[target] as Uint8Array);
        // W3C submission "Embedded OpenType (EOT) File Format", 4.3: all of it, the font in it, version, flags.
        expect([eot.readUInt32LE(0), eot.readUInt32LE(8), eot.readUInt32LE(12)]).toEqual([eot.length, 0x20001, 0]);
        expect(eot.subarray(84, 84 + eot.readUInt16LE(82)).toString('utf16le')).toBe(named[index]);
        const inside = fontkit.create(eot.subarray(eot.length - eot.readUInt32LE(4))) as fontkit.Font;
        expect([inside.familyName, inside['OS/2'].usWeightClass]).toEqual([named[index], weight]);
        expect(Object.values(inside['OS/2'].fsType).filter(Boolean), 'free to be embedded').toEqual([]);
      }
  });

  it('counts lists by itself, and keeps tables tables', () => {
    const task = slides.find((slide) => words(slide).includes('Rewrite the message')) as Element;
    const layout = file.xml(used(slidePaths()[slides.indexOf(task)] as string, 'slideLayout'));
    expect(all(layout, 'a:buAutoNum').map(({ attributes }) => attributes.type)).toEqual(['arabicPlain']);
    const table = slides.flatMap((slide) => all(slide, 'a:tbl'))[0] as Element;
    expect(first(table, 'a:tblPr')?.attributes.firstRow).toBe('1');
    expect(all(table, 'a:tr').map((row) => all(row, 'a:tc').map(words))).toEqual([
      ['What it says', 'What it leaves'],
      ['Shall we go or not today?', 'A choice'],
      ['Come or I tell them.', 'No choice'],
      ['Tell me when you know.', 'Time'],
    ]);
  });

  it('describes pictures in words, and marks forms as only for the eye', () => {
    const pictures = slides.flatMap((slide) => all(slide, 'p:pic'));
    expect(pictures.map((picture) => first(picture, 'p:cNvPr')?.attributes.descr)).toEqual([
      expect.stringMatching(/\w{3}/),
    ]);
    const parts = file.paths.filter((path) => /(?:slides|slideLayouts)\/\w+\.xml$/.test(path)).map(file.xml);
    const forms = parts.flatMap((part) => all(part, 'p:sp')).filter((shape) => first(shape, 'a:custGeom'));
    expect(forms.length).toBeGreaterThan(40);
    for (const form of forms) expect(first(form, 'adec:decorative')?.attributes.val).toBe('1');
  });

  it('keeps every form on the slide', () => {
    const parts = file.paths.filter((path) => /(?:slides|slideLayouts)\/\w+\.xml$/.test(path)).map(file.xml);
    for (const form of parts.flatMap((part) => all(part, 'p:sp')).filter((shape) => first(shape, 'a:custGeom'))) {
      const inFrame = (name: string) => first(first(form, 'a:xfrm') as Element, name) as Element;
      const [left, top] = ['x', 'y'].map((name) => Number(inFrame('a:off').attributes[name])) as [number, number];
      const [width, height] = ['cx', 'cy'].map((name) => Number(inFrame('a:ext').attributes[name])) as [number, number];
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(-9525);
      expect(left + width).toBeLessThanOrEqual(12_192_000 + 2 * 9525);
      expect(top + height).toBeLessThanOrEqual(6_858_000 + 2 * 9525);
    }
  });

  it('has what the teacher says and does in its notes', () => {
    const notes = slidePaths().map((path) => words(file.xml(used(path, 'notesSlide'))));
    expect(notes.every((text) => text !== '')).toBe(true);
    expect(notes.join('\n')).toMatch(/Say “/);
    expect(notes.join('\n')).not.toMatch(/_\w+_|\$[a-z]/);
  });

  it('says of itself what the PDF says', async () => {
    const { properties } = await openPdf(join(out, `${deck}.pdf`));
    const core = file.xml('docProps/core.xml');
    const own = (name: string) => words(first(core, name));
    expect([own('dc:title'), own('dc:subject'), own('dc:creator'), own('cp:keywords')]).toEqual([
      properties.Title,
      properties.Subject,
      properties.Author,
      properties.Keywords,
    ]);
    expect(own('dc:subject')).toContain('Draft, not reviewed');
    expect(own('dcterms:modified')).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('leads from a number on the wall to the one who answers', () => {
    const links = slidePaths().flatMap((path) => file.uses(path).filter(({ kind }) => kind === 'hyperlink'));
    expect(links.map(({ target }) => target)).toContain('tel:08001111');
    expect(links.every(({ external }) => external)).toBe(true);
    for (const slide of slides)
      for (const { attributes } of all(slide, 'a:hlinkClick')) expect(attributes.tooltip).toMatch(/\w/);
  });

  it('is made of a briefing for staff as well', () => {
    const name = 'guide-gallery-staff-briefing-slides-millbrook.pptx';
    expect(existsSync(join(out, name))).toBe(true);
    expect(
      openOffice(join(out, name)).paths.filter((path) => /slides\/slide\d+\.xml$/.test(path)).length,
    ).toBeGreaterThan(1);
  });

  it('stands in the manifest with its slides as pages', () => {
    const { documents } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const found = documents.find(({ path }: { path: string }) => path === `${deck}.pptx`);
    expect(found).toMatchObject({ format: 'pptx', kind: 'slides', pages: slides.length });
  });
});
