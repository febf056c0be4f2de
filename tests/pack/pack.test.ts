import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { startBrowser } from '../../src/browser/launch.js';
import { build } from '../../src/build/build.js';
import type { Manifest } from '../../src/build/manifest.js';
import { asFileName } from '../../src/library/file-names.js';
import { copyOfFixture, temporaryFolder } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { pshe } from '../helpers/pshe.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { browser, close } = await startBrowser(await findBrowser(undefined));
afterAll(close);

const content = copyOfFixture('gallery');
const out = temporaryFolder();
const wish = {
  content,
  what: ['ks4-gallery', 'campaign-gallery'],
  formats: ['pdf', 'html', 'pptx', 'docx'],
  profiles: ['millbrook'],
  out,
};
const { made, failed } = await build({ ...wish, zip: true });
const open = (name: string) => unzipSync(readFileSync(join(out, name)));
const names = (name: string) => Object.keys(open(name));
const startPage = (name: string) => Buffer.from(open(name)['index.html'] as Uint8Array).toString('utf8');
const manifest = () => (JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest).documents;

const packs = [
  'ks4-gallery-millbrook.zip',
  'ks4-gallery-for-parents-millbrook.zip',
  'campaign-gallery-millbrook.zip',
  'campaign-gallery-for-parents-millbrook.zip',
];

describe('a pack', () => {
  it('is one file for each thing that was asked for, and one for parents, beside the loose files', () => {
    expect(failed).toEqual([]);
    expect(made.filter(({ kind }) => kind === 'pack').map(({ path }) => path)).toEqual(packs);
    expect(manifest().filter(({ kind }) => kind === 'pack')).toHaveLength(4);
    expect(manifest().find(({ path }) => path === packs[0])).toMatchObject({
      format: 'zip',
      band: 'ks4',
      source: null,
    });
  });

  it('is told of before it is made', async () => {
    const words = ['build', ...wish.what, '--content', content, '--profile', 'millbrook', '--zip', '--dry-run'];
    expect((await pshe(words)).out.split('\n')).toEqual(expect.arrayContaining(packs));
  });

  it('has folders for people, and in them the very documents that lie outside too', () => {
    const lesson = [
      ['For teachers/ks4-gallery-1-teacher-notes', 'pdf', 'docx'],
      ['On the screen/ks4-gallery-1-slides', 'pdf', 'html', 'pptx'],
      ['For pupils/ks4-gallery-1-worksheet', 'pdf', 'docx'],
      ['For teachers/ks4-gallery-1-answers', 'pdf', 'docx'],
      ['For pupils/ks4-gallery-1-cards', 'pdf', 'docx'],
      ['For pupils/ks4-gallery-1-class-kit', 'pdf'],
      ['For teachers/ks4-gallery-1-review-copy', 'pdf'],
    ] as const;
    expect(names(packs[0] as string)).toEqual([
      'index.html',
      ...lesson.flatMap(([name, ...formats]) =>
        formats.map((format) => `Lesson 1 More than a yes/${name}-millbrook.${format}`),
      ),
      'The whole unit/ks4-gallery-unit-overview-millbrook.pdf',
      'The whole unit/ks4-gallery-unit-overview-millbrook.docx',
      'For teachers/ks4-gallery-unit-assessment-millbrook.pdf',
      'For teachers/ks4-gallery-unit-assessment-millbrook.docx',
    ]);
    for (const [path, bytes] of Object.entries(open(packs[0] as string))) {
      if (path !== 'index.html')
        expect(Buffer.from(bytes).equals(readFileSync(join(out, path.split('/').at(-1) as string))), path).toBe(true);
    }
  });

  it('for parents has what pupils see and take home, and nothing that is for teachers', () => {
    const files = names(packs[1] as string).map((path) => path.split('/').at(-1));
    expect(files).toEqual([
      'index.html',
      'ks4-gallery-1-slides-millbrook.pdf',
      'ks4-gallery-1-worksheet-millbrook.pdf',
      'ks4-gallery-1-cards-millbrook.pdf',
      'ks4-gallery-1-class-kit-millbrook.pdf',
      'ks4-gallery-unit-overview-millbrook.pdf',
    ]);
    expect(names(packs[3] as string).filter((path) => !/poster|index/.test(path))).toEqual([]);
  });

  it.each(packs)('has a start page with a link to every file, and to nothing else: %s', (name) => {
    const links = [...startPage(name).matchAll(/href="([^"]+)"/g)].map(([, href]) =>
      decodeURIComponent(href as string),
    );
    expect(links.sort()).toEqual(
      names(name)
        .filter((path) => path !== 'index.html')
        .sort(),
    );
  });

  it('says what is taught, how long it takes, what it touches on, and that it is a draft', () => {
    const page = startPage(packs[0] as string);
    for (const words of [
      'Lesson 1 More than a yes',
      'Content guidance:',
      'Draft, not reviewed',
      'minutes',
      'Millbrook School',
    ])
      expect(page).toContain(words);
    expect(page).toMatch(/<div class="slide cover">/);
  });

  it('says so to programs as well', () => {
    const [, text = ''] =
      /<script type="application\/ld\+json">([^<]+)<\/script>/.exec(startPage(packs[0] as string)) ?? [];
    const data = JSON.parse(text);
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      hasPart: [
        {
          '@type': 'LearningResource',
          name: 'More than a yes',
          educationalLevel: 'Key stage 4',
          typicalAgeRange: '14-16',
          timeRequired: expect.stringMatching(/^PT\d+M$/),
          inLanguage: 'en-GB',
          creativeWorkStatus: 'Draft, not reviewed',
          provider: { name: 'Millbrook School' },
        },
      ],
    });
    const [{ educationalAlignment }] = data.hasPart;
    expect(educationalAlignment.length).toBeGreaterThan(0);
    expect(educationalAlignment[0]).toMatchObject({
      educationalFramework: expect.stringContaining('July 2025'),
      targetName: expect.stringMatching(/^RSHE25-/),
    });
  });

  it.each(packs.slice(0, 3))('has a start page that everyone can use, and that asks for nothing: %s', async (name) => {
    const folder = temporaryFolder();
    for (const [path, bytes] of Object.entries(open(name))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${pathToFileURL(join(folder, 'index.html'))}`);
    await page.evaluate('document.fonts.ready');
    expect(asked.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
    for (const width of [1200, 390]) {
      await page.setViewport({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), String(width)).toBe(true);
    }
    await page.setContent(startPage(name).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run({ reporter: "v2" })')) as AxeResults;
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([]);
    await page.close();
  });

  it('has the same bytes wherever it is made', async () => {
    const words = [
      'build',
      ...wish.what,
      '--content',
      content,
      '--format',
      'pdf,html',
      '--profile',
      'millbrook',
      '--zip',
    ];
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    expect((await pshe([...words, '--out', here])).code).toBe(0);
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', PSHE_CACHE: freshCache() };
    expect((await pshe([...words, '--out', there, '--jobs', '1'], { env })).code).toBe(0);
    for (const name of packs)
      expect(readFileSync(join(here, name)).equals(readFileSync(join(there, name))), name).toBe(true);
    const again = await pshe([...words, '--out', here]);
    expect(again.out).toContain('Nothing has changed.');
    expect(again.out).toContain('for-parents-millbrook.zip');
  });

  it('of a band has only what is for it of sessions for several', async () => {
    const folder = temporaryFolder();
    const { made: all } = await build({ what: ['ks3', 'tutor-cea'], kinds: ['slides'], out: folder, zip: true });
    expect(all.filter(({ path }) => /tutor-cea/.test(path)).map(({ path }) => path)).toContain(
      'tutor-cea-ks5-slides.pdf',
    );
    const paths = Object.keys(unzipSync(readFileSync(join(folder, 'ks3.zip'))));
    expect(paths.filter((path) => path.includes('tutor-cea'))).toEqual([
      'Tutor time/Helping hands/On the screen/tutor-cea-ks3-slides.pdf',
    ]);
    expect(paths.filter((path) => /ks[45]/.test(path))).toEqual([]);
  });
});

describe('a pack of an earlier build', () => {
  const lesson = join(content, 'lessons/ks4/gallery/ks4-gallery-1.yaml');
  it('stays while nothing in it changes, and goes when it would be out of date', async () => {
    await build({ ...wish, what: ['ks4-gallery-1'], kinds: ['answers'] });
    expect(manifest().map(({ path }) => path)).toContain(packs[0]);
    writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('leaves room from one', 'leaves some room from one'));
    const { removed } = await build({ ...wish, what: ['ks4-gallery-1'], kinds: ['teacher-notes'] });
    expect(removed).toEqual(packs.slice(0, 2).toReversed());
    expect(manifest().map(({ path }) => path)).toContain(packs[2]);
  });

  it('is not made anew while one of its documents can’t be', async () => {
    const text = readFileSync(lesson, 'utf8');
    const long = `points: [${'Time to think about it all '.repeat(14)},`;
    writeFileSync(lesson, text.replace('points: [Time to think,', long));
    const result = await build({ ...wish, zip: true });
    expect(result.failed.length).toBeGreaterThan(0);
    expect(result.made.filter(({ kind }) => kind === 'pack').map(({ path }) => path)).toEqual(packs.slice(2));
    writeFileSync(lesson, text);
  });
});

describe('a title as a name of a folder', () => {
  it.each([
    ['When is it OK to ask again?', 'When is it OK to ask again'],
    ['There’s room: beside/me', "There's room beside me"],
    ['Ends with a full stop.', 'Ends with a full stop'],
    ['  ', '-'],
    ['Con', 'Con -'],
    ['..', '-'],
  ])('%s', (title, name) => {
    expect(asFileName(title)).toBe(name);
  });
});
