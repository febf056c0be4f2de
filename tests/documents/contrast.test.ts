import type { Image } from '@napi-rs/canvas';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Rgb } from 'culori';
import { wcagContrast } from 'culori';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { startBrowser } from '../../src/browser/launch.js';
import { openPage, showOn } from '../../src/browser/pages.js';
import { composeJob, entryOf, planBuild } from '../../src/build/plan.js';
import { pictureUrl } from '../../src/html/assets.js';
import { createRenderer } from '../../src/html/render.js';
import { lessonFolders } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { findProfiles } from '../../src/library/profiles.js';
import { fixture } from '../helpers/folders.js';

const content = fixture('gallery');
const folders = lessonFolders(content);
const library = await loadLibrary(folders, content);
const profiles = await findProfiles(library, ['millbrook']);
const jobs = planBuild(library, { what: [], bands: [], kinds: [], profiles }).filter(({ kind, format, lesson }) => {
  // Where text stands on paper alone, one lesson shows what all would.
  const hasArt = ['slides', 'poster', 'social', 'help-card'].includes(kind);
  return format !== 'txt' && (hasArt || lesson.includes('gallery'));
});
const renderer = createRenderer((file, source) => pictureUrl(file, source, folders), { notChecked: false });

const running = await startBrowser(await findBrowser(undefined));
const page = await openPage(running);
afterAll(() => running.close());

/** A line of text on a page: its words, its colour, and the part of the page that its letters cover. */
interface Run {
  words: string;
  colour: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Runs inside the page: every line of text that can be seen. */
function readRuns(): Run[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const runs: Run[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement as Element;
    if (!node.nodeValue?.trim() || parent.closest('style, script')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, right, bottom, height, width } of range.getClientRects()) {
      // Letters take the middle of a line; above and below them is room.
      if (width > 1 && height > 1)
        runs.push({
          words: node.nodeValue.trim().slice(0, 40),
          colour: getComputedStyle(parent).color,
          left: left + scrollX,
          top: top + scrollY + height * 0.25,
          right: right + scrollX,
          bottom: bottom + scrollY - height * 0.2,
        });
    }
  }
  return runs;
}

/** A strip of the page, and how much of the one before it shows again: more than any line of text is high. */
const strip = { height: 4000, again: 400 };

/** Strips of the page without its text, which together hold all of it; browsers draw no picture of any height. */
async function strips(page: Page): Promise<{ top: number; height: number; picture: Image }[]> {
  await page.addStyleTag({ content: '* { color: transparent !important; }' });
  const { width, all } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    all: document.documentElement.scrollHeight,
  }));
  const found = [];
  for (let top = 0; top < all; top += strip.height - strip.again) {
    const height = Math.min(strip.height, all - top);
    const png = await page.screenshot({
      clip: { x: 0, y: top, width, height },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    });
    found.push({ top, height, picture: await loadImage(Buffer.from(png)) });
  }
  return found;
}

/** The contrast of a colour with a pixel, in which red comes last. */
function contrast(colour: string, pixel: number): number {
  const own: Rgb = {
    mode: 'rgb',
    r: (pixel & 255) / 255,
    g: ((pixel >> 8) & 255) / 255,
    b: ((pixel >> 16) & 255) / 255,
  };
  return wcagContrast(colour, own);
}

/** The lowest contrast of each text with what really lies behind it, for those below a limit. */
async function paleIn(page: Page, limit: number): Promise<string[]> {
  const runs = await page.evaluate(readRuns);
  expect(runs.length).toBeGreaterThan(0);
  const pale = new Set<string>();
  const seen = new Set<Run>();
  for (const { top, height, picture } of await strips(page)) {
    // Asking the picture takes as long as a hundred pixels.
    const { width } = picture;
    const canvas = createCanvas(width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, picture.height);
    const pixels = new Uint32Array(data.buffer);
    for (const run of runs.filter((one) => one.top >= top && one.bottom < top + height)) {
      const behind = new Set<number>();
      const [left, right] = [Math.max(0, Math.round(run.left)), Math.min(run.right, width)];
      let last = -1;
      for (let y = Math.round(run.top - top); y <= run.bottom - top; y += 1)
        for (let at = y * width + left; at < y * width + right; at += 1) {
          const pixel = pixels[at] as number;
          // Most of what lies behind letters is of one colour.
          if (pixel !== last) behind.add(pixel);
          last = pixel;
        }
      const lowest = Math.min(...[...behind].map((pixel) => contrast(run.colour, pixel)));
      seen.add(run);
      if (lowest < limit) pale.add(`“${run.words}” ${run.colour}: ${lowest.toFixed(2)}`);
    }
  }
  expect(runs.filter((run) => !seen.has(run))).toEqual([]);
  return [...pale];
}

describe('text stands out from what is behind it', () => {
  it('and a text that does not is found', async () => {
    const text = (ground: string) => `<p style="color: #0c2a33; background: ${ground}">On ${ground}</p>`;
    await showOn(page, text('#fff') + text('#14666c') + text('linear-gradient(90deg, #fff 20px, #14666c 20px)'));
    expect(await paleIn(page, 4.5)).toEqual([
      expect.stringContaining('On #14666c'),
      expect.stringContaining('On linear-gradient'),
    ]);
  });

  // Between them the campaigns of the gallery show every picture.
  const pictures = jobs.filter(
    ({ lesson, size }) => /-(?:gallery|pictures)/.test(lesson) && (size === 'a3' || size === '1080x1350'),
  );
  const palettes = ['ks3', 'ks4', 'ks5', 'staff', 'day'] as const;
  const coloured = pictures.flatMap((job) => palettes.map((palette) => [job.path, palette, job] as const));
  it.each(coloured)('in %s in the colours of %s', async (_path, palette, job) => {
    const model = { ...composeJob(library, job), palette };
    await showOn(page, renderer.render(job.kind, model, entryOf(library, job).source.path));
    expect(await paleIn(page, 4.5)).toEqual([]);
  });

  it.each(jobs.map((job) => [job.path, job] as const))('in %s', async (_path, job) => {
    await showOn(page, renderer.render(job.kind, composeJob(library, job), entryOf(library, job).source.path));
    const pale = await paleIn(page, 4.5);
    // A busy browser sometimes leaves a part of a large picture white: what is pale is so the second time as well.
    const again = pale.length > 0 ? await paleIn(page, 4.5) : [];
    expect(pale.filter((text) => again.includes(text))).toEqual([]);
  });
});
