import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/build/manifest.js';
import type { Comparison, DocumentDifference } from '../../src/compare/compare.js';
import { compare } from '../../src/index.js';
import { copyOfFixture, fixture, temporaryFolder } from '../helpers/folders.js';
import { pshe, root } from '../helpers/pshe.js';

const lesson = 'lessons/ks4/gallery/ks4-gallery-1.yaml';
const campaign = 'lessons/campaigns/campaign-gallery.yaml';
const worksheet = 'ks4-gallery-1-worksheet-millbrook.pdf';
const slides = 'ks4-gallery-1-slides-millbrook.pdf';
const picture = 'campaign-gallery-public-post-social-1080x1350-millbrook.png';

const build = async (content: string, out: string, kinds: string, profiles: string, env: NodeJS.ProcessEnv = {}) => {
  const words = ['build', 'ks4-gallery-1', 'campaign-gallery', '--kind', kinds, '--profile', profiles];
  const { code, err } = await pshe([...words, '--content', content, '--out', out, '--quiet'], { env });
  expect({ code, err }).toEqual({ code: 0, err: '' });
};

describe('comparing two output folders', () => {
  const folder = temporaryFolder();
  /** What was there last term, and what a lesson that has changed and one school more have made of it. */
  const [before, after] = [join(folder, 'last-term'), join(folder, 'out')];
  const run = (...words: string[]) => pshe(['compare', ...words], { cwd: folder });
  const data = async (first: string, second: string) => {
    const { out, err, code } = await run(first, second, '--json');
    expect(err).toBe('');
    const comparison = JSON.parse(out) as Comparison;
    expect(code).toBe(comparison.same ? 0 : 1);
    return comparison;
  };
  const differenceOf = ({ different }: Comparison, path: string) =>
    different.find((difference) => difference.path === path) as DocumentDifference;
  /** A copy of the first folder in which something is not as it was. */
  const copyWith = (change: (copy: string) => void) => {
    const copy = join(temporaryFolder(), 'out');
    cpSync(before, copy, { recursive: true });
    change(copy);
    return copy;
  };
  const inManifest = (copy: string, change: (manifest: Manifest) => void) => {
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as Manifest;
    change(manifest);
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
  };

  beforeAll(async () => {
    const content = copyOfFixture('gallery');
    const change = (name: string, from: string, to: string) => {
      const text = readFileSync(join(content, name), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(content, name), text.replace(from, to));
    };
    await build(content, before, 'slides,worksheet,cards,social', 'millbrook');
    change(lesson, 'Time to think', 'Time to breathe');
    change(lesson, 'Friends who know', 'Friends who ask');
    change(lesson, 'title: Which one leaves room?', 'title: Which one leaves time?');
    change(lesson, 'that overlap a little', 'that overlap by half');
    change(lesson, '      - show: table\n', '      - show: again\n      - show: table\n');
    const slide =
      '      - id: again\n        layout: key-fact\n        fact: Nobody owes a yes.\n        support: Not now, not later.\n        notes: Wait.\n';
    change(
      lesson,
      '      - id: table\n        layout: table\n        title',
      `${slide}      - id: table\n        layout: table\n        title`,
    );
    change(campaign, 'Where to get advice', 'Where to find advice');
    const northgate = fixture('northgate.yaml');
    await build(content, after, 'slides,worksheet,social', `millbrook,${northgate}`);
  });

  it('says that nothing differs, and ends with 0, where all is the same', async () => {
    const same = copyWith(() => undefined);
    expect(await run('last-term', same)).toEqual({
      out: 'Nothing differs: 8 documents, byte for byte the same in both.\n',
      err: '',
      code: 0,
      signal: null,
    });
    expect(await run('last-term', same, '--quiet')).toMatchObject({ out: '', err: '', code: 0 });
  });

  it('says what is only in one, and what has changed on which page, and ends with 1', async () => {
    const { out, err, code } = await run('last-term', 'out');
    expect({ err, code }).toEqual({ err: '', code: 1 });
    for (const words of [
      'Only in last-term: 1 document\n  ks4-gallery-1: cards\n',
      'Only in out: 7 documents\n  everything for northgate: social (5), slides, worksheet\n',
      `  ${slides}\n    17 pages, before 16 pages.\n`,
      'Pages 2 to 15: “16” is now “17”, after “0800 1111 2 of”.',
      'Page 7: “think” is now “breathe”, after “leaves room Time to”.',
      'Page 8: “Explore Nobody owes a yes. Not now, not later.” is new',
      '… and 2 more changes; --json shows all.\n',
      'Page 1: “get” is now “find”, after “Ask gently. Where to”.',
      '5 documents the same in both.\n',
    ]) {
      expect(out.replace(/\n {4}(?=[a-z“])/g, ' ')).toContain(words);
    }
  });

  it('gives all of it as one JSON document', async () => {
    const comparison = await data('last-term', 'out');
    expect(comparison).toMatchObject({ same: false, first: 'last-term', second: 'out', madeWith: [], alike: 5 });
    expect(comparison).toMatchObject({ goneProfiles: [], newProfiles: ['northgate'], untrue: [] });
    expect(comparison.onlyInFirst.map(({ path }) => path)).toEqual(['ks4-gallery-1-cards-millbrook.pdf']);
    const { fields, content } = differenceOf(comparison, slides);
    expect(fields).toContainEqual({ name: 'pages', first: 16, second: 17 });
    expect(fields.map(({ name }) => name)).toEqual(['pages', 'bytes']);
    expect(content).toMatchObject({ kind: 'words', properties: [] });
    const { changes } = content as { changes: unknown[] };
    expect(changes).toContainEqual({
      gone: 'a little.',
      added: 'by half.',
      after: 'one pink, that overlap',
      pages: [11],
    });
    expect(changes).toContainEqual({ gone: 'think', added: 'breathe', after: 'leaves room Time to', pages: [7] });
    expect(await compare(before, after)).toEqual({ ...comparison, first: before, second: after });
  });

  it('tells what is only looked different, or not seen, from words', async () => {
    const dated = temporaryFolder();
    await build(fixture('gallery'), dated, 'worksheet', 'millbrook', { SOURCE_DATE_EPOCH: '1000000000' });
    const comparison = await data('last-term', dated);
    const [first, second] = ['D:20261201120000Z', 'D:20010909014640Z'];
    expect(differenceOf(comparison, worksheet)).toEqual({
      path: worksheet,
      fields: [],
      content: {
        kind: 'looks',
        properties: [
          { name: 'CreationDate', first, second },
          { name: 'ModDate', first, second },
        ],
      },
    });
    expect((await run('last-term', dated)).out).toContain(
      `  ${worksheet}\n    The words are the same; how they look, or what is not seen, differs.\n    Its date is now “2001-09-09”, before “2026-12-01”.\n`,
    );
  });

  it('finds files that were changed by hand, and files that are gone, also where both folders lack them', async () => {
    const copy = copyWith((out) => {
      appendFileSync(join(out, worksheet), 'by hand');
      rmSync(join(out, slides));
      cpSync(join(out, picture.replace('1080x1350', '1200x630')), join(out, picture));
    });
    const comparison = await data('last-term', copy);
    expect(comparison.untrue).toEqual([
      { folder: copy, path: picture, problem: 'changed' },
      { folder: copy, path: slides, problem: 'missing' },
      { folder: copy, path: worksheet, problem: 'changed' },
    ]);
    expect(differenceOf(comparison, worksheet).content).toEqual({ kind: 'unreadable' });
    expect(differenceOf(comparison, picture).content).toEqual({
      kind: 'picture',
      first: [1080, 1350],
      second: [1200, 630],
    });
    const { out } = await run('last-term', copy);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`${worksheet} in ${copy} was changed after it was made.`);
    expect(out).toContain('1200 × 630 pixels, before 1080 × 1350 pixels.');
    const both = await data(copy, copy);
    expect(both).toMatchObject({ same: false, different: [] });
    expect(both.untrue).toHaveLength(6);
  });

  it('says with what they were made, where that differs', async () => {
    const copy = copyWith((out) =>
      inManifest(out, (manifest) => {
        manifest.tool = 'pshe-packs 9.0.0';
        manifest.browser = 'Chrome/999';
      }),
    );
    const comparison = await data('last-term', copy);
    expect(comparison.madeWith.map(({ name, second }) => [name, second])).toEqual([
      ['tool', 'pshe-packs 9.0.0'],
      ['browser', 'Chrome/999'],
    ]);
    expect((await run('last-term', copy)).out).toContain('Its browser is now “Chrome/999”, before “Headless');
  });

  it('says once what has changed alike in several documents', async () => {
    const copy = copyWith((out) =>
      inManifest(out, ({ documents }) =>
        documents.forEach((one) => {
          one.source = 'lessons/moved.yaml';
        }),
      ),
    );
    const { out } = await run('last-term', copy);
    expect(out).toContain('Different: 8 documents');
    expect(out.match(/is now “lessons\/moved\.yaml”/g)).toHaveLength(2);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('1200x630-millbrook.png and 2 more Its source');
  });

  it('lets no file move the cursor of the terminal', async () => {
    const copy = copyWith((out) =>
      inManifest(out, ({ documents: [one] }) => {
        if (one) one.title = 'Wiped\u001b[2J';
      }),
    );
    expect((await run('last-term', copy)).out).toContain('Wiped\uFFFD[2J');
  });

  it('starts no browser and reads no lesson', async () => {
    const loaded = join(temporaryFolder(), 'modules');
    const watching = `--import ${pathToFileURL(join(root, 'tests/helpers/modules-loaded.mjs'))}`;
    await pshe(['compare', before, after], { env: { MODULES_LOADED: loaded, NODE_OPTIONS: watching } });
    const modules = readFileSync(loaded, 'utf8');
    expect(modules).toContain('/dist/compare/compare.js');
    expect(modules).not.toMatch(/node_modules\/(?:yaml|ajv|handlebars|puppeteer-core)\//);
  });

  it.each<[string, (copy: string) => void, string, string]>([
    ['a folder that is not there', (copy) => rmSync(copy, { recursive: true }), 'is not a folder', 'such as out'],
    ['one without a list', (copy) => rmSync(join(copy, 'manifest.json')), 'has no manifest.json in it', 'such as out'],
    [
      'a list of another schema',
      (copy) => inManifest(copy, (own) => Object.assign(own, { schema: 2 })),
      'is of schema 2, and this version reads schema 1',
      'build the folder again',
    ],
    [
      'a list that is cut off',
      (copy) => writeFileSync(join(copy, 'manifest.json'), '{"schema": 1, "doc'),
      'is damaged',
      'Build into this folder again',
    ],
    [
      'a list without what it should say',
      (copy) => inManifest(copy, (own) => Object.assign(own.documents[0] ?? {}, { pages: 'two' })),
      'is damaged',
      '',
    ],
    [
      'a list that leads out of the folder',
      (copy) => inManifest(copy, (own) => Object.assign(own.documents[0] ?? {}, { path: '../x.pdf' })),
      'is damaged',
      '',
    ],
  ])('refuses %s with 2', async (_name, change, fact, help) => {
    const { out, err, code } = await run('last-term', copyWith(change), '--json');
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain(fact);
    expect(err).toContain(help);
  });
});

it('says what differs in pages for screens, and which files of packs do', async () => {
  const content = copyOfFixture('gallery');
  const [before, after] = [temporaryFolder(), temporaryFolder()];
  const words = [
    'build',
    'ks4-gallery-1',
    '--kind',
    'slides',
    '--format',
    'html,pptx',
    '--zip',
    '--content',
    content,
    '--out',
  ];
  expect((await pshe([...words, before])).code).toBe(0);
  const text = readFileSync(join(content, lesson), 'utf8');
  writeFileSync(join(content, lesson), text.replace('Time to think', 'Time to breathe'));
  expect((await pshe([...words, after])).code).toBe(0);
  const { out, code } = await pshe(['compare', before, after]);
  expect(code).toBe(1);
  expect(out).toContain('ks4-gallery-1-slides.html\n    Page 1: “think” is now “breathe”, after “');
  expect(out).toContain('ks4-gallery-1-slides.pptx\n    Page 7: “think” is now “breathe”, after “');
  expect(out).toContain('ks4-gallery-1.zip\n    In it: On the screen/ks4-gallery-1-slides.html');
});
