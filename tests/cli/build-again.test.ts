import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { machine } from '../../src/terminal/running.js';
import { copyOfFixture, fixture, temporaryFolder, writeInto } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { pshe, root, start } from '../helpers/pshe.js';
import { copyOfTool } from '../helpers/tool.js';

const lesson = 'lessons/ks4/gallery/ks4-gallery-1.yaml';
const picture = 'lessons/ks4/gallery/pictures/two-rounds.svg';
const campaign = 'lessons/campaigns/campaign-gallery.yaml';
const of = {
  lesson: ['ks4-gallery-1-slides-northgate.pdf', 'ks4-gallery-1-worksheet-northgate.pdf'],
  posters: ['pupils', 'public'].flatMap((name) =>
    ['a4', 'a3'].map((size) => `campaign-gallery-${name}-poster-${size}-northgate.pdf`),
  ),
};
const all = [...of.lesson, ...of.posters].sort();

describe('building again', () => {
  let content: string;
  let school: string;
  let out: string;
  let cache: string;

  /** What the first of these builds has printed: those after it begin where it ended, and print nothing to get there. */
  let printedOnce: { kept: string; documents: Record<string, string> } | null = null;
  const copyDocuments = (from: string, to: string) => {
    for (const name of ['content', 'documents', 'files']) cpSync(join(from, name), join(to, name), { recursive: true });
  };

  /** The words of the build that all these tests do. */
  const words = (...more: string[]) => [
    ...['build', 'ks4-gallery-1', 'campaign-gallery', '--kind', 'slides,worksheet,poster', '--today', '2027-01-04'],
    ...['--content', content, '--profile', school, ...more],
  ];
  /** Builds, and gives which documents were printed, and whether a browser was started for it. */
  const build = async (...more: string[]) => {
    const temporary = temporaryFolder();
    let browser = false;
    const watcher = watch(temporary, (_event, name) => {
      if (name?.startsWith('pshe-browser-')) browser = true;
    });
    const env = { PSHE_CACHE: cache, TMPDIR: temporary };
    const { out: text, err, code } = await pshe(words('--out', out, '--json', ...more), { env });
    watcher.close();
    expect(err).toBe('');
    expect(code).toBe(0);
    const { made, kept } = JSON.parse(text) as { made: { path: string }[]; kept: string[] };
    const printed = made.map(({ path }) => path).filter((path) => !kept.includes(path));
    return { printed: printed.sort(), browser };
  };
  /** The digests of all that lies in a folder. */
  const digests = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder).map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
    );
  /** What the same build leaves in an empty folder when nothing is known from before. */
  const anew = async (...more: string[]) => {
    const fresh = temporaryFolder();
    const { code } = await pshe(words('--out', fresh, '--quiet', ...more), { env: { PSHE_CACHE: freshCache() } });
    expect(code).toBe(0);
    return digests(fresh);
  };
  const change = (name: string, from: string, to: string) => {
    const text = readFileSync(join(content, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(content, name), text.replace(from, to));
  };

  const startAnew = () => {
    content = copyOfFixture('gallery');
    school = join(temporaryFolder(), 'northgate.yaml');
    cpSync(fixture('northgate.yaml'), school);
    out = temporaryFolder();
    cache = freshCache();
  };
  const printOnce = async () => {
    expect(await build()).toEqual({ printed: all, browser: true });
    const kept = temporaryFolder();
    copyDocuments(cache, kept);
    return { kept, documents: digests(out) };
  };
  const makeAll = async () => {
    if (printedOnce) {
      copyDocuments(printedOnce.kept, cache);
      expect((await build()).printed).toEqual([]);
    } else {
      printedOnce = await printOnce();
    }
  };
  /** The digests of the documents of lessons and a school as they are at first. */
  const atFirst = async () => {
    if (!printedOnce) {
      startAnew();
      printedOnce = await printOnce();
    }
    return printedOnce.documents;
  };

  describe('time after time', () => {
    // Each of these leaves all as a build leaves it, and the next one goes on from there.
    beforeAll(async () => {
      startAnew();
      await makeAll();
    });

    it('starts no browser and reads no lesson where nothing has changed', async () => {
      const before = digests(out);
      const loaded = join(temporaryFolder(), 'modules');
      const watching = `--import ${pathToFileURL(join(root, 'tests/helpers/modules-loaded.mjs'))}`;
      const env = { PSHE_CACHE: cache, MODULES_LOADED: loaded, NODE_OPTIONS: watching };
      const { out: said } = await pshe(words('--out', out), { env });
      expect(said).toContain('Nothing has changed.');
      expect(said).toContain('6 documents with 23 pages');
      const modules = readFileSync(loaded, 'utf8');
      expect(modules).toContain('/dist/commands/build.js');
      expect(modules).not.toMatch(/node_modules\/(?:yaml|ajv|handlebars|puppeteer-core)\//);
      expect(await build()).toEqual({ printed: [], browser: false });
      expect(digests(out)).toEqual(before);
    });

    it('prints nothing for an empty folder, when all of it was printed before', async () => {
      const before = digests(out);
      out = temporaryFolder();
      expect((await build()).printed).toEqual([]);
      expect(digests(out)).toEqual(before);
    });

    it.each([
      ['removed', (file: string) => rmSync(file)],
      ['cut off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100))],
      ['changed', (file: string) => writeFileSync(file, readFileSync(file).fill('x', 200, 300))],
    ])('mends documents that somebody has %s', async (_how, damage) => {
      const before = digests(out);
      for (const name of ['ks4-gallery-1-slides-northgate.pdf', 'manifest.json']) damage(join(out, name));
      expect((await build()).printed).toEqual([]);
      expect(digests(out)).toEqual(before);
    });

    it.each([
      ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
      ['empty', () => Buffer.alloc(0)],
      ['of something else', (bytes: Buffer) => Buffer.from(bytes).reverse()],
      ['well-formed and foreign', () => Buffer.from('{"sha256":"../../x","bytes":1,"pages":1}')],
    ])('believes nothing in the cache folder that is %s', async (_how, damage) => {
      const before = digests(out);
      for (const folder of ['documents', 'files', 'receipts', 'content', 'texts']) {
        for (const name of existsSync(join(cache, folder)) ? readdirSync(join(cache, folder)) : []) {
          const file = join(cache, folder, name);
          writeFileSync(file, damage(readFileSync(file)));
        }
      }
      out = temporaryFolder();
      expect((await build()).printed).toEqual(all);
      expect(digests(out)).toEqual(before);
      expect(await build()).toEqual({ printed: [], browser: false });
    });

    it('makes all again with another build of the tool, and with other fonts', async () => {
      const tool = copyOfTool();
      const modules = join(tool.folder, 'node_modules');
      rmSync(modules);
      mkdirSync(modules);
      for (const name of readdirSync(join(root, 'node_modules'))) {
        if (name === '@fontsource') cpSync(join(root, 'node_modules', name), join(modules, name), { recursive: true });
        else symlinkSync(join(root, 'node_modules', name), join(modules, name));
      }
      const printed = async () => {
        const { out: text } = await pshe(words('--out', out, '--json'), {
          env: { PSHE_CACHE: cache },
          tool: tool.folder,
        });
        const { made, kept } = JSON.parse(text) as { made: unknown[]; kept: unknown[] };
        return made.length - kept.length;
      };
      // Its templates and lessons lie elsewhere, and are the same.
      expect(await printed()).toBe(0);
      const fonts = join(modules, '@fontsource/familjen-grotesk/files');
      cpSync(
        join(fonts, 'familjen-grotesk-latin-500-normal.woff2'),
        join(fonts, 'familjen-grotesk-latin-700-normal.woff2'),
      );
      expect(await printed()).toBe(all.length);
      appendFileSync(join(tool.folder, 'dist/digest.txt'), '0');
      expect(await printed()).toBe(all.length);
    });

    it('makes all again with another browser, also where the program that is named stays the same', async () => {
      const chromium = readdirSync(cache).find((name) => name.startsWith('chromium-')) as string;
      const browser = join(temporaryFolder(), 'browser');
      const real = join(cache, chromium, 'browser/chrome-headless-shell');
      const version = join(temporaryFolder(), 'version');
      const script = `#!/bin/sh\nif [ "$1" = --version ]; then cat "${version}"; else exec "${real}" "$@"; fi\n`;
      writeFileSync(browser, script, { mode: 0o755 });
      writeFileSync(version, 'Chromium 1');
      expect((await build('--browser', browser)).printed).toEqual(all);
      expect(await build('--browser', browser)).toEqual({ printed: [], browser: false });
      writeFileSync(version, 'Chromium 2');
      expect((await build('--browser', browser)).printed).toEqual(all);
    });

    it('makes all again with --force', async () => {
      expect(await build('--force')).toEqual({ printed: all, browser: true });
      expect(await build()).toEqual({ printed: [], browser: false });
    });

    it('is not stopped by a file that can’t be read and that no document needs', async () => {
      const large = openSync(join(content, 'lessons', 'film.mp4'), 'w');
      ftruncateSync(large, 2 ** 31 + 1);
      closeSync(large);
      expect((await build()).printed).toEqual([]);
      expect(await build()).toEqual({ printed: [], browser: false });
      rmSync(join(content, 'lessons', 'film.mp4'));
    });

    it.each<[string, () => void, string[], string[]]>([
      ['a text of a lesson', () => change(lesson, 'A calm picture.', 'A calm, round picture.'), [], []],
      ['a word on a slide', () => change(lesson, 'order: 1', 'order: 2'), of.lesson, []],
      [
        'a text of a campaign',
        () => change(campaign, 'It can come from', 'It may come from'),
        of.posters.slice(0, 2),
        [],
      ],
      ['a picture', () => change(picture, '#', '#1'), ['ks4-gallery-1-slides-northgate.pdf'], []],
      [
        'a name in a school’s file',
        () => writeFileSync(school, readFileSync(school, 'utf8').replaceAll('Carter-Whitfield', 'Carter')),
        all.filter((name) => !name.includes('public')),
        [],
      ],
      [
        'a template of one’s own',
        () => writeInto(content, 'templates/worksheet/style.css', '.sheet { color: #222; }'),
        ['ks4-gallery-1-worksheet-northgate.pdf'],
        [],
      ],
      ['the day', () => undefined, of.posters, ['--today', '2027-11-30']],
    ])('makes what has changed, as it would be made anew: %s', async (_what, act, expected, more) => {
      const before = digests(out);
      act();
      const { printed } = await build(...more);
      if (expected.length > 0) expect(printed).toEqual([...expected].sort());
      const now = digests(out);
      expect(now).toEqual(await anew(...more));
      const different = all.filter((name) => now[name] !== before[name]);
      expect(printed).toEqual(different);
    });
  });

  describe('from where all is made', () => {
    beforeEach(async () => {
      startAnew();
      await makeAll();
    });

    it('notices a logo beside a school’s file, and a school that joins its folder', async () => {
      const folder = temporaryFolder();
      const logo = (colour: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0Z" fill="${colour}"/></svg>`;
      writeFileSync(join(folder, 'logo.svg'), logo('#204060'));
      const text = `${readFileSync(school, 'utf8')}logos: [{ file: logo.svg, alt: A blue flag }]\n`;
      writeFileSync(join(folder, 'northgate.yaml'), text);
      school = folder;
      expect((await build()).printed).toEqual(of.posters.toSorted());
      expect(await build()).toEqual({ printed: [], browser: false });
      writeFileSync(join(folder, 'logo.svg'), logo('#602040'));
      expect((await build()).printed).toEqual(of.posters.toSorted());
      writeFileSync(
        join(folder, 'southgate.yaml'),
        text.replaceAll(/northgate(?=\n)/g, 'southgate').replaceAll('Northgate', 'Southgate'),
      );
      expect((await build()).printed).toHaveLength(all.length);
      expect(digests(out)).toEqual(await anew());
    });

    it('refuses a folder of schools of which one can’t be read, and makes it once that is mended', async () => {
      const folder = temporaryFolder();
      const text = readFileSync(school, 'utf8');
      const other = text.replaceAll(/northgate(?=\n)/g, 'southgate').replaceAll('Northgate', 'Southgate');
      writeFileSync(join(folder, 'northgate.yaml'), text);
      writeFileSync(join(folder, 'southgate.yaml'), other.replace('kind: school', 'kind: [school'));
      school = folder;
      const { err, code } = await pshe(words('--out', out), { env: { PSHE_CACHE: cache } });
      expect(err).toContain('southgate.yaml');
      expect(code).toBe(1);
      school = join(folder, '*.yaml');
      expect(await pshe(words('--out', out), { env: { PSHE_CACHE: cache } })).toMatchObject({ code: 1 });
      writeFileSync(join(folder, 'southgate.yaml'), other);
      expect((await build()).printed).toHaveLength(all.length);
      expect(digests(out)).toEqual(await anew());
    });
  });

  describe('from the start', () => {
    beforeEach(startAnew);

    it('notices a school whose folder has nearly the name of the lessons’', async () => {
      const beside = join(content, 'lessons-of-schools', 'northgate.yaml');
      mkdirSync(join(content, 'lessons-of-schools'));
      cpSync(school, beside);
      school = beside;
      await build();
      writeFileSync(school, readFileSync(school, 'utf8').replaceAll('Carter-Whitfield', 'Carter'));
      expect((await build()).printed).toContain('ks4-gallery-1-slides-northgate.pdf');
    });

    it('notices a link that leads elsewhere now', async () => {
      const folder = temporaryFolder();
      const text = readFileSync(school, 'utf8');
      writeFileSync(join(folder, 'one.yaml'), text);
      writeFileSync(join(folder, 'two.yaml'), text.replaceAll('Carter-Whitfield', 'Carter'));
      school = join(folder, 'now.yaml');
      symlinkSync('one.yaml', school);
      await build();
      rmSync(school);
      symlinkSync('two.yaml', school);
      expect((await build()).printed).toContain('ks4-gallery-1-slides-northgate.pdf');
      expect(digests(out)).toEqual(await anew());
    });

    /** Builds into the folder, one document at a time, and does something once the first one of a kind is there. */
    const buildMeanwhile = async (kind: string, act: (tool: ChildProcess) => void, ...more: string[]) => {
      const { child, ended } = start(words('--out', out, '--jobs', '1', ...more), { env: { PSHE_CACHE: cache } });
      let said = '';
      child.stderr.on('data', (text: string) => {
        if (!said.includes(kind) && text.includes(kind)) act(child);
        said += text;
      });
      return ended;
    };

    it('goes on where it was killed, and takes away what it had begun', async () => {
      expect(await buildMeanwhile('slides', (tool) => tool.kill('SIGKILL'))).toMatchObject({ signal: 'SIGKILL' });
      const own = readdirSync(out).find((name) => name.endsWith('.pdf')) as string;
      // It may have been killed while it wrote this; somebody else is writing the other.
      cpSync(join(out, own), join(out, `.pshe-${machine}-4194305-3.part`));
      cpSync(join(out, own), join(out, `.pshe-${machine}-${process.pid}-3.part`));
      const { printed } = await build();
      expect(printed.length).toBeLessThan(all.length);
      const { [`.pshe-${machine}-${process.pid}-3.part`]: foreign, ...left } = digests(out);
      expect(foreign).toBe(left[own]);
      expect(left).toEqual(await atFirst());
    });

    describe('does not take for unchanged what was saved while it was at work', () => {
      const flag = (colour: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0Z" fill="${colour}"/></svg>`;
      const rename = () => writeFileSync(school, readFileSync(school, 'utf8').replaceAll('Carter-Whitfield', 'Carter'));

      it.each<[string, string, () => void]>([
        ['a lesson', 'slides', () => change(lesson, 'order: 1', 'order: 2')],
        ['a school’s file', 'slides', rename],
        ['a logo', 'poster', () => writeFileSync(join(school, '../logo.svg'), flag('#602040'))],
        ['a document', 'slides', () => writeFileSync(join(out, of.lesson[0] as string), 'Somebody wrote this.')],
      ])('%s', async (what, kind, act) => {
        writeFileSync(join(school, '../logo.svg'), flag('#204060'));
        const logo = 'logos: [{ file: logo.svg, alt: A blue flag }]\n';
        writeFileSync(school, `${readFileSync(school, 'utf8')}${logo}`);
        const saved = await buildMeanwhile(kind, act, '--force');
        expect(saved.code).toBe(0);
        const { printed } = await build();
        if (what !== 'a document') expect(printed).not.toEqual([]);
        expect(digests(out)).toEqual(await anew());
      });

      it('and has changed back since', async () => {
        const before = readFileSync(join(content, lesson));
        const temporary = temporaryFolder();
        const watcher = watch(temporary, (_event, name) => {
          if (!name?.startsWith('pshe-browser-') || !readFileSync(join(content, lesson)).equals(before)) return;
          change(lesson, 'order: 1', 'order: 2');
        });
        rmSync(out, { recursive: true });
        await pshe(words('--out', out, '--force'), { env: { PSHE_CACHE: cache, TMPDIR: temporary } });
        watcher.close();
        expect(readFileSync(join(content, lesson)).equals(before)).toBe(false);
        writeFileSync(join(content, lesson), before);
        await build();
        expect(digests(out)).toEqual(await atFirst());
      });
    });
  });
});
