import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';
import { describe, expect, it } from 'vitest';
import { contactSheet, pagePictures } from '../../scripts/page-pictures.js';
import { findBrowser } from '../../src/browser/find.js';
import { build } from '../../src/build/build.js';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { layoutOf } from '../helpers/layout.js';
import { readAloud } from '../helpers/pdf.js';
import { root } from '../helpers/pshe.js';

const out = temporaryFolder();
const campaigns = ['campaign-gallery', 'campaign-pictures-one', 'campaign-pictures-two'];
const what = ['ks4-gallery', ...campaigns, 'guide-gallery-card'];
const guides = ['parent-guide', 'staff-briefing', 'lead-sheet'].map((kind) => `guide-gallery-${kind}`);
const { made, failed } = await build({
  what: [...what, ...guides],
  content: fixture('gallery'),
  profiles: ['millbrook'],
  out,
});
const { packaged } = await findBrowser(undefined);
const paths = made.filter(({ format }) => format === 'pdf').map(({ path }) => path);

it('every kind of document is made', () => {
  expect(failed).toEqual([]);
});

describe('every kind of document, read aloud', () => {
  it.each(paths)('%s', async (path) => {
    const heard = readAloud(readFileSync(join(out, path)));
    await expect(heard).toMatchFileSnapshot(`aloud/${path.replace('.pdf', '.txt')}`);
  });
});

/** What capitals measure of the size of the display font. */
const capitals = 0.66;
const mm = 72 / 25.4;

describe('posters', () => {
  it.each(paths.filter((path) => path.includes('poster-a3')))('%s can be read across a corridor', async (path) => {
    const [page] = await layoutOf(join(out, path));
    const display = (page?.runs ?? []).filter(({ font }) => font === 'FamiljenGrotesk-Bold');
    const largest = Math.max(...display.map(({ size }) => size));
    expect((largest * capitals) / mm).toBeGreaterThanOrEqual(25);
    const numbers = display.filter(({ text }) => /^[\d\s]{3,}$/.test(text));
    expect(numbers.length).toBeGreaterThan(1);
    for (const { text, size } of numbers) expect((size * capitals) / mm, text).toBeGreaterThanOrEqual(8);
  });

  it('and decks are small enough to be sent', () => {
    const size = (path: string) => statSync(join(out, path)).size / 1000;
    for (const path of paths.filter((one) => one.includes('poster'))) expect(size(path), path).toBeLessThan(300);
    for (const path of paths.filter((one) => one.includes('slides'))) expect(size(path), path).toBeLessThan(600);
  });
});

/** Pages are drawn so wide, in pixels: enough to see what has moved. */
const width = { upright: 150, landscape: 200 };
/** The first pages show what there is to see. */
const most = 8;
const differences = join(root, 'coverage/looks');

function pixels(picture: Canvas): Uint8ClampedArray {
  return picture.getContext('2d').getImageData(0, 0, picture.width, picture.height).data;
}

/** The same picture on a canvas of another size, so that two can be compared. */
function sized(
  picture: Parameters<ReturnType<Canvas['getContext']>['drawImage']>[0],
  [w, h]: [number, number],
): Canvas {
  const canvas = createCanvas(w, h);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas;
}

// Another browser breaks lines in other places.
describe.runIf(packaged)('every kind of document, looked at', () => {
  it.each(paths)('%s', async (path) => {
    const pages = await pagePictures(readFileSync(join(out, path)), (size, number) => {
      const target = size.width > size.height ? width.landscape : width.upright;
      return number <= most ? target / size.width : null;
    });
    const now = contactSheet(pages, 4);
    const name = path.replace('.pdf', '.png');
    const file = join(import.meta.dirname, 'looks', name);
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, now.toBuffer('image/png'));
      expect.fail(`${name} was not there and has been made: look at it, and keep it.`);
    }
    const before = await loadImage(file);
    const size: [number, number] = [Math.max(now.width, before.width), Math.max(now.height, before.height)];
    const difference = createCanvas(...size);
    const marks = difference.getContext('2d').createImageData(...size);
    const changed = pixelmatch(pixels(sized(before, size)), pixels(sized(now, size)), marks.data, ...size, {
      threshold: 0.1,
    });
    if (changed > 0) {
      difference.getContext('2d').putImageData(marks, 0, 0);
      mkdirSync(differences, { recursive: true });
      writeFileSync(join(differences, name), difference.toBuffer('image/png'));
      writeFileSync(join(differences, name.replace('.png', '.now.png')), now.toBuffer('image/png'));
    }
    expect(changed, `It looks otherwise: see coverage/looks/${name}. If it should, delete ${file}.`).toBe(0);
  });
});
