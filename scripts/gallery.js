// Makes docs/gallery/ from real documents: run `npm run gallery` after templates or content change, and look at it.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { unzipSync } from 'fflate';
import { findBrowser } from '../dist/browser/find.js';
import { startBrowser } from '../dist/browser/launch.js';
import { build } from '../dist/index.js';
import { contactSheet, pagePictures } from './page-pictures.js';

/** Each picture: its name, what it shows, the document, its pages, how many stand side by side, how wide each is. */
const pictures = [
  ['slides-ks3', 'Slides for Years 7 to 9', 'ks3-respect-1-slides-millbrook', [1, 4, 8, 17], 2, 480],
  ['slides-ks4', 'Slides for Years 10 and 11', 'ks4-equal-2-slides-millbrook', [1, 9, 13, 18], 2, 480],
  ['slides-ks5', 'Slides for Years 12 and 13', 'ks5-ahead-1-slides-millbrook', [1, 2, 5, 8], 2, 480],
  [
    'teacher-notes',
    'Teacher notes: the summary and two pages of activities',
    'ks3-respect-1-teacher-notes-millbrook',
    [1, 2, 3],
    3,
    400,
  ],
  ['worksheet', 'A worksheet, in black and white for the copier', 'ks4-equal-1-worksheet-millbrook', [1, 2, 3], 3, 400],
  ['cards', 'Cards to cut out', 'ks3-power-1-cards-millbrook', [1], 1, 400],
  ['answers', 'Answers to the worksheet and the cards', 'ks4-equal-1-answers-millbrook', [1, 2], 2, 400],
  [
    'class-kit',
    'What lies on the desks: question slips, pass cards, the agreement',
    'ks3-respect-1-class-kit-millbrook',
    [1, 2],
    2,
    400,
  ],
  [
    'review-copy',
    'The copy for whoever reads a lesson before it is taught',
    'ks3-respect-1-review-copy-millbrook',
    [1, 2, 3],
    3,
    400,
  ],
  ['unit-overview', 'A unit at a glance', 'ks3-respect-unit-overview-millbrook', [1], 1, 400],
  ['unit-assessment', 'Five questions at the end of a unit', 'ks4-equal-unit-assessment-millbrook', [1, 2], 2, 400],
  [
    'posters',
    'Posters for the public and for pupils, A3',
    ['campaign-cea-public-poster-a3-somerset', 'campaign-cea-pupils-poster-a3-millbrook'],
    [1],
    2,
    480,
  ],
  [
    'campaigns',
    'Posters of five more campaigns, in palettes of their own',
    [
      'campaign-abw-pupils',
      'campaign-abw-staff',
      'campaign-sid-check',
      'campaign-respect-corridor',
      'campaign-wayback-pupils',
      'campaign-listen-families',
    ].map((poster) => `${poster}-poster-a3-millbrook`),
    [1],
    3,
    320,
  ],
  [
    'social',
    'Pictures for social media, in four sizes',
    ['1080x1350', '1080x1920', '1920x1080', '1200x630'].map(
      (size) => `campaign-cea-public-post-social-${size}-somerset`,
    ),
    [1],
    4,
    400,
  ],
  ['parent-guide', 'The guide for parents and carers', 'guide-parents-parent-guide-millbrook', [1, 2], 2, 400],
  ['staff-briefing', 'The briefing for all staff', 'guide-staff-staff-briefing-millbrook', [1, 2], 2, 400],
  ['lead-sheet', 'The sheet for the safeguarding lead', 'guide-dsl-lead-sheet-millbrook', [1, 2], 2, 400],
  ['help-card', 'The help card, both sides', 'guide-card-ks3-help-card-millbrook', [1, 2], 2, 400],
  ['mono', 'The same page for a printer without colour', 'ks3-respect-1-teacher-notes-mono-millbrook', [1, 2], 2, 400],
  ['large', 'In large print', 'ks3-respect-1-teacher-notes-large-millbrook', [1, 3], 2, 400],
  [
    'tinted',
    'On tinted paper, with more air between letters, words and lines',
    'ks3-respect-1-teacher-notes-tinted-millbrook',
    [1, 3],
    2,
    400,
  ],
];

/** Pictures of what is for screens: what they show, and what is done in a browser before each is taken. */
const screens = [
  [
    'deck',
    'Slides in a browser: one of them, all of them, a timer, notes below it',
    [
      { file: 'ks3-respect-1-slides-millbrook.html', keys: ['ArrowRight', 'ArrowRight'] },
      { keys: ['o'] },
      { file: 'ks3-respect-1-slides-millbrook.html#sort-cards', keys: ['t'] },
      { before: 'window.open = () => null', keys: ['n'] },
    ].map((step) => ({ width: 1280, height: 720, wide: 480, ...step })),
    2,
  ],
  [
    'websites',
    'The guide for parents on a website, on a screen and on a telephone',
    [
      { file: 'guide-parents-parent-guide-millbrook.html', width: 1000, height: 1300, wide: 620 },
      { width: 390, height: 844, wide: 372 },
    ],
    2,
  ],
  [
    'pack',
    'The start page of a pack, and of one for parents',
    ['ks3-respect-millbrook.zip', 'ks3-respect-for-parents-millbrook.zip'].map((file) => ({
      file,
      width: 1100,
      height: 1200,
      wide: 480,
    })),
    2,
  ],
];

const gallery = fileURLToPath(new URL('../docs/gallery/', import.meta.url));
const out = await mkdtemp(join(tmpdir(), 'pshe-gallery-'));
const lessons = [
  'ks3-respect',
  'ks3-respect-1',
  'ks3-power-1',
  'ks4-equal',
  'ks4-equal-1',
  'ks4-equal-2',
  'ks5-ahead-1',
];
const guides = ['guide-parents', 'guide-staff', 'guide-dsl', 'guide-card'];
const campaigns = ['campaign-abw', 'campaign-sid', 'campaign-respect', 'campaign-wayback', 'campaign-listen'];
const ways = [
  { what: [...lessons, ...guides, 'campaign-cea'], profiles: ['millbrook'] },
  { what: ['ks3-respect-1', 'guide-parents'], formats: ['html'], profiles: ['millbrook'] },
  { what: ['ks3-respect'], formats: ['pdf', 'html'], profiles: ['millbrook'], zip: true },
  { what: ['campaign-cea'], profiles: ['somerset'] },
  { what: campaigns, kinds: ['poster'], profiles: ['millbrook'] },
  { what: ['ks3-respect-1'], kinds: ['teacher-notes'], profiles: ['millbrook'], prints: ['mono', 'large', 'tinted'] },
];

/** The pages of a PDF, or the one picture of a PNG. */
async function pagesOf(name, pages, width) {
  const pdf = await readFile(join(out, `${name}.pdf`)).catch(() => null);
  if (pdf) return pagePictures(pdf, (size, number) => (pages.includes(number) ? width / size.width : null));
  const picture = await loadImage(await readFile(join(out, `${name}.png`)));
  const height = 400;
  const canvas = createCanvas((picture.width / picture.height) * height, height);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, height);
  return [canvas];
}

/** Opens what is for screens in a browser, as people do, and takes its pictures. */
async function picturesOf(page, steps) {
  const shown = [];
  for (const { file, width, height, wide, before = '', keys = [] } of steps) {
    await page.setViewport({ width, height, deviceScaleFactor: wide / width });
    if (file?.endsWith('.zip')) {
      await writeFile(join(out, 'index.html'), unzipSync(await readFile(join(out, file)))['index.html']);
      await page.goto(`${pathToFileURL(join(out, 'index.html'))}`);
    } else if (file) {
      const [name, hash = ''] = file.split('#');
      // The same page with another hash would not be loaded anew.
      await page.goto('about:blank');
      await page.goto(`${pathToFileURL(join(out, name))}#${hash}`);
    }
    await page.evaluate(`document.documentElement.classList.remove('awake'); ${before}`);
    for (const key of keys) await page.keyboard.press(key);
    shown.push(await loadImage(Buffer.from(await page.screenshot())));
  }
  return shown.map((picture) => {
    const canvas = createCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas;
  });
}

try {
  for (const way of ways) {
    const { failed } = await build({ ...way, out });
    if (failed.length > 0) throw new Error(`Not made: ${failed.map(({ job }) => job.path).join(', ')}`);
  }
  await rm(gallery, { recursive: true, force: true });
  await mkdir(gallery, { recursive: true });
  const parts = [];
  for (const [name, words, documents, pages, columns, width] of pictures) {
    const shown = [];
    for (const document of [documents].flat()) shown.push(...(await pagesOf(document, pages, width)));
    await writeFile(join(gallery, `${name}.png`), contactSheet(shown, columns).toBuffer('image/png'));
    parts.push(`## ${words}\n\n![${words}](${name}.png)\n`);
  }
  const { browser, close } = await startBrowser(await findBrowser(undefined));
  const page = await browser.newPage();
  for (const [name, words, steps, columns] of screens) {
    await writeFile(
      join(gallery, `${name}.png`),
      contactSheet(await picturesOf(page, steps), columns).toBuffer('image/png'),
    );
    parts.push(`## ${words}\n\n![${words}](${name}.png)\n`);
  }
  await close();
  const head =
    '# Gallery\n\nOne picture of each kind of document, made by `npm run gallery` from the library that comes with the tool.\n';
  await writeFile(join(gallery, 'README.md'), [head, ...parts].join('\n'));
} finally {
  await rm(out, { recursive: true, force: true });
}
