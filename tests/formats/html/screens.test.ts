import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../src/browser/find.js';
import { startBrowser } from '../../../src/browser/launch.js';
import { build } from '../../../src/build/build.js';
import { copyOfFixture, fixture, temporaryFolder } from '../../helpers/folders.js';
import { openPdf } from '../../helpers/pdf.js';
import { pshe, root } from '../../helpers/pshe.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = temporaryFolder();
const { made, failed } = await build({
  content: fixture('gallery'),
  what: ['ks4-gallery-1', 'campaign-gallery', 'guide-gallery-parent-guide', 'guide-gallery-staff-briefing'],
  kinds: ['slides', 'poster', 'parent-guide', 'staff-briefing'],
  formats: ['pdf', 'html'],
  profiles: ['millbrook'],
  out,
});
const pages = made.filter(({ format }) => format === 'html').map(({ path }) => path);
const deck = 'ks4-gallery-1-slides-millbrook.html';

// What a browser is for a person: with scripts, and with windows that are really opened.
const { browser, close } = await startBrowser(await findBrowser(undefined));
afterAll(close);

async function open(name: string, asked: string[] = [], scripts = true): Promise<Page> {
  const page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(
    `${pathToFileURL(join(out, name.split('#')[0] as string))}${name.includes('#') ? `#${name.split('#')[1]}` : ''}`,
  );
  return page;
}

const words = (text: string) => text.normalize('NFC').match(/[\p{L}’]+/gu) ?? [];

describe('a document for screens', () => {
  it('is made of slides, posters and guides', () => {
    expect(failed).toEqual([]);
    expect(pages).toEqual([
      deck,
      'campaign-gallery-pupils-poster-millbrook.html',
      'campaign-gallery-public-poster-millbrook.html',
      'guide-gallery-parent-guide-parent-guide-millbrook.html',
      'guide-gallery-parent-guide-slides-millbrook.html',
      'guide-gallery-staff-briefing-staff-briefing-millbrook.html',
      'guide-gallery-staff-briefing-slides-millbrook.html',
    ]);
  });

  it.each(pages)('is one file that needs nothing else: %s', async (name) => {
    const html = readFileSync(join(out, name), 'utf8');
    expect(html.match(/<(?:link|iframe|object|embed|form|base)\b/g)).toBeNull();
    expect(html.match(/data-(?:at|box|sizes|copy)/g)).toBeNull();
    expect(
      [...html.matchAll(/ src="([^"]{0,30})|url\(([^)]{0,30})/g)].map(([, one, other]) => one ?? other),
    ).not.toContainEqual(expect.not.stringMatching(/^(?:data:|#|&quot;#|"#)/));
    const asked: string[] = [];
    const page = await open(name, asked);
    await page.evaluate('document.fonts.ready');
    expect(asked.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
    expect(await page.evaluate("[...document.fonts].filter(({ status }) => status === 'error').length")).toBe(0);
    expect(await page.evaluate("document.fonts.check('16px Familjen Grotesk')")).toBe(true);
    await page.close();
  });

  it.each(pages)('says what the PDF says: %s', async (name) => {
    const page = await open(name, [], false);
    const pdf = readdirSync(out).filter(
      (file) => file.endsWith('.pdf') && file.startsWith(name.replace('-millbrook.html', '')),
    );
    const shown = (await page.evaluate(
      `[...document.querySelectorAll('.notes, .go, style, script')].map((own) => own.remove()), document.body.textContent`,
    )) as string;
    const { text } = await openPdf(join(out, pdf[0] as string));
    const [here, there] = [new Set(words(shown)), new Set(words(text))];
    // Words that the page breaks at the end of a line are in pieces in the PDF.
    const only = [...there].filter((word) => !here.has(word) && !shown.includes(word));
    expect(only).toEqual([]);
    expect([...here].filter((word) => !there.has(word) && !text.replaceAll(' ', '').includes(word))).toEqual([]);
    await page.close();
  });

  it.each(pages)('can be used by everyone, by what axe finds: %s', async (name) => {
    const page = await open(name);
    // The policy that keeps other scripts out keeps axe out too.
    const html = readFileSync(join(out, name), 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    await page.setContent(html);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run({ reporter: "v2" })')) as AxeResults;
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element.slice(0, 120)}`)),
    ).toEqual([]);
    await page.close();
  });

  it('shows words that look like its own HTML or like the address of its fonts as words', async () => {
    const content = copyOfFixture('gallery');
    const file = join(content, 'lessons/guides/guide-gallery-parent-guide.yaml');
    const said = '</title></style><script>document.title = 1</script> https://fonts.pshe.invalid/none.woff2';
    const guide = readFileSync(file, 'utf8')
      .replace(/^title: .*/m, `title: ${said}`)
      .replace(/^intro: .*/m, `intro: ${said}`);
    writeFileSync(file, guide);
    const evil = temporaryFolder();
    const what = ['guide-gallery-parent-guide'];
    const built = await build({ content, what, kinds: ['slides'], formats: ['html'], out: evil, allowErrors: true });
    expect(built.failed).toEqual([]);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(evil, 'guide-gallery-parent-guide-slides.html')).href);
    expect(await page.title()).toContain(said);
    expect(await page.evaluate('document.scripts.length')).toBe(1);
    await page.close();
  });

  it('has no id twice, also where slides are named as parts of the picture of another could be', async () => {
    const content = copyOfFixture('gallery');
    const file = join(content, 'lessons/ks4/gallery/ks4-gallery-1.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(show|id): outcomes$/gm, '$1: cover-2'));
    const folder = temporaryFolder();
    const what = ['ks4-gallery-1'];
    await build({ content, what, kinds: ['slides'], formats: ['html'], out: folder, allowErrors: true });
    const html = readFileSync(join(folder, 'ks4-gallery-1-slides.html'), 'utf8');
    const own = [...html.matchAll(/<[^>]+ id="([^"]+)"/g)].map(([, id]) => id as string);
    expect(own).toContain('cover-2');
    expect(own.filter((id, index) => own.indexOf(id) !== index)).toEqual([]);
  });

  it('keeps the colour of its head on a telephone', async () => {
    const page = await open('guide-gallery-parent-guide-parent-guide-millbrook.html');
    const ground = () =>
      page.evaluate(
        "[...document.querySelectorAll('.cover-band, .cover-band .art')].filter((own) => own.checkVisibility()).map((own) => getComputedStyle(own).backgroundColor).find((colour) => colour !== 'rgba(0, 0, 0, 0)')",
      );
    const wide = await ground();
    expect(wide).toBeDefined();
    await page.setViewport({ width: 390, height: 844 });
    expect(await ground()).toBe(wide);
    await page.close();
  });

  it('is passed over for kinds that have none, and refused when only such a kind is asked for', async () => {
    const dry = ['build', 'ks4-gallery-1', '--content', fixture('gallery'), '--format', 'html', '--dry-run', '--json'];
    const { planned } = JSON.parse((await pshe(dry)).out) as { planned: string[] };
    expect(planned).toEqual(['ks4-gallery-1-slides.html']);
    const { code, err } = await pshe(['build', 'ks3-respect-1', '--kind', 'worksheet', '--format', 'html']);
    expect(code).toBe(2);
    expect(err).toContain('The kind “worksheet” does not come as html.\nIt comes as pdf and docx.');
    const printed = await pshe(['build', 'ks3-respect-1', '--format', 'html', '--print', 'large']);
    expect(printed).toMatchObject({ code: 2, err: expect.stringContaining('--print and --bleed are for paper') });
    expect((await pshe(['build', 'ks3-respect-1', '--format', 'htlm'])).err).toContain('Did you mean “html”?');
  });
});

it.each([
  ['its overview', ['o']],
  ['its keys', ['?']],
  ['a timer', ['t']],
  ['notes below the slide', ['n']],
] as const)('a deck with %s can be used by everyone, by what axe finds', async (_name, keys) => {
  const page = await open(deck);
  const html = readFileSync(join(out, deck), 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  await page.setContent(html);
  await page.evaluate("window.open = () => null, location.hash = document.querySelector('[data-minutes]').id");
  await page.waitForFunction("document.querySelector('.stage.current').dataset.minutes");
  for (const key of keys) await page.keyboard.press(key);
  await page.evaluate(axe);
  // In the overview no slide is a page, and so none of their headings is that of one.
  const { violations } = (await page.evaluate(
    "axe.run({ rules: { 'page-has-heading-one': { enabled: false } } })",
  )) as AxeResults;
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element}`))).toEqual([]);
  await page.close();
});

describe('a deck in a browser', () => {
  let page: Page;
  const state = () =>
    page.evaluate(`({
      slide: document.querySelector('.stage.current').id,
      shown: [...document.querySelectorAll('.stage')].filter((stage) => stage.offsetParent !== null || stage.offsetHeight > 0).length,
      said: document.querySelector('.live').textContent,
      where: document.querySelector('.bar .where').textContent,
      hash: location.hash,
      overview: document.documentElement.classList.contains('overview'),
    })`) as Promise<{ slide: string; shown: number; said: string; where: string; hash: string; overview: boolean }>;
  const ids = [...readFileSync(join(out, deck), 'utf8').matchAll(/<article class="stage" id="([^"]+)"/g)].map(
    ([, id]) => id as string,
  );
  const press = async (...keys: Parameters<Page['keyboard']['press']>[0][]) => {
    for (const key of keys) await page.keyboard.press(key);
    return state();
  };
  beforeEach(async () => {
    page = await open(deck);
    return () => page.close();
  });

  it('shows one slide, and goes on and back by keys', async () => {
    expect(await state()).toMatchObject({ slide: ids[0], shown: 1, where: `1 of ${ids.length}` });
    expect(await press('ArrowRight')).toMatchObject({ slide: ids[1], hash: `#${ids[1]}`, shown: 1 });
    expect((await press('Space', 'PageDown', 'ArrowDown')).slide).toBe(ids[4]);
    expect((await press('ArrowLeft', 'PageUp', 'ArrowUp')).slide).toBe(ids[1]);
    const last = await press('End', 'ArrowRight');
    expect(last).toMatchObject({ slide: ids.at(-1), where: `${ids.length} of ${ids.length}` });
    expect(last.said).toMatch(new RegExp(`^Slide ${ids.length} of ${ids.length}: .+`));
    expect((await press('Home', 'ArrowLeft')).slide).toBe(ids[0]);
  });

  it('begins where its address says, also after it is loaded again', async () => {
    await press('ArrowRight', 'ArrowRight');
    await page.reload();
    expect((await state()).slide).toBe(ids[2]);
  });

  it('fits the window, whatever its size, and can be made larger', async () => {
    const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
    const size = () =>
      page.evaluate(
        "(({ width, height }) => ({ width, height }))(document.querySelector('.current .slide').getBoundingClientRect())",
      ) as Promise<{ width: number; height: number }>;
    for (const [width, height] of [
      [640, 800],
      [1920, 700],
      [320, 256],
    ] as const) {
      await page.setViewport({ width, height });
      await page.evaluate(drawn);
      const { width: wide, height: high } = await size();
      expect(Math.max(wide / width, high / height)).toBeCloseTo(1, 2);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    const before = await size();
    await press('+', '+');
    expect((await size()).width / before.width).toBeCloseTo(1.5625, 2);
    await page.keyboard.down('Shift');
    await press('ArrowRight');
    await page.keyboard.up('Shift');
    expect(await page.evaluate('scrollX')).toBeGreaterThan(0);
    await press('0');
    expect((await size()).width).toBeCloseTo(before.width, 1);
  });

  it('has an overview, in which arrows choose and Enter shows', async () => {
    const all = await press('o');
    expect(all).toMatchObject({ overview: true, shown: ids.length });
    expect((await press('ArrowRight')).slide).toBe(ids[1]);
    const title = await page.evaluate(
      `document.querySelector('#${ids[1]} .slide').querySelector('h1, h2').textContent`,
    );
    expect(await page.evaluate('document.activeElement.textContent')).toBe(`2. ${title}`);
    const columns = (await page.evaluate(
      "[...document.querySelectorAll('.stage')].filter((stage, _index, [first]) => stage.offsetTop === first.offsetTop).length",
    )) as number;
    expect(columns).toBeGreaterThan(1);
    const below = await press('ArrowDown');
    expect(below.slide).toBe(ids[1 + columns]);
    expect(await press('Enter')).toMatchObject({ overview: false, slide: ids[1 + columns], shown: 1 });
    expect(await press('o', 'Escape')).toMatchObject({ overview: false, slide: ids[1 + columns] });
  });

  it('has a timer for tasks, which can be paused and ends with words', async () => {
    const task = (await page.evaluate("document.querySelector('[data-minutes]').id")) as string;
    const minutes = Number(await page.evaluate("document.querySelector('[data-minutes]').dataset.minutes"));
    await page.close();
    page = await open(`${deck}#${task}`);
    const clock = () =>
      page.evaluate(
        "(({ hidden, textContent }) => hidden ? null : textContent)(document.querySelector('[role=timer]'))",
      );
    expect(await clock()).toBeNull();
    await press('t');
    expect(await clock()).toMatch(new RegExp(`^(?:${minutes}:00|${minutes - 1}:5\\d)$`));
    await press('t');
    expect(
      await page.evaluate("[...document.querySelectorAll('.bar button')].map(({ textContent }) => textContent)"),
    ).toContain('Go on');
    await press('t');
    await page.evaluate(`{ const now = Date.now; Date.now = () => now() + ${minutes} * 60_000; }`);
    await page.waitForFunction("document.querySelector('.live').textContent === 'Time is up'");
    expect(await clock()).toBe('Time is up');
    await press('t');
    expect(await clock()).toBeNull();
  });

  it('begins the timer of the task on the screen, whatever is left of another', async () => {
    const first = (await page.evaluate("document.querySelector('[data-minutes]').id")) as string;
    const [second, minutes] = [ids[1] as string, 3];
    await page.evaluate(`document.querySelector('#${second}').dataset.minutes = '${minutes}'`);
    await page.evaluate(`location.hash = '${first}'`);
    await page.waitForFunction(`document.querySelector('.stage.current').id === '${first}'`);
    await press('t', 't');
    await page.evaluate(`location.hash = '${second}'`);
    await page.waitForFunction(`document.querySelector('.stage.current').id === '${second}'`);
    const button = "[...document.querySelectorAll('.bar button')].find(({ title }) => title === 'T').textContent";
    expect(await page.evaluate(button)).toBe('Start timer');
    await press('t');
    expect(await page.evaluate("document.querySelector('[role=timer]').textContent")).toMatch(
      new RegExp(`^(?:${minutes}:00|${minutes - 1}:5\\d)$`),
    );
    expect(await page.evaluate(button)).toBe('Pause timer');
    await press('t');
    expect(await page.evaluate(button)).toBe('Go on');
  });

  it('shows notes in a window of their own, which follows and leads', async () => {
    const opened = new Promise<Page>((resolve) => page.once('popup', (popup) => resolve(popup as Page)));
    await press('ArrowRight', 'n');
    const notes = await opened;
    const text = () => notes.evaluate('document.body.innerText') as Promise<string>;
    expect(await text()).toContain(`Slide 2 of ${ids.length}`);
    await press('ArrowRight');
    expect(await text()).toContain(`Slide 3 of ${ids.length}`);
    await notes.keyboard.press('ArrowRight');
    expect((await state()).slide).toBe(ids[3]);
    const note = (await page.evaluate("document.querySelector('.current .notes .note').textContent")) as string;
    expect(await text()).toContain(note);
    expect(await page.evaluate("document.querySelector('.current .notes').checkVisibility()")).toBe(false);
  });

  const openNotes = async () => {
    const opened = new Promise<Page>((resolve) => page.once('popup', (popup) => resolve(popup as Page)));
    await press('n');
    return opened;
  };

  it('goes on when its notes window is loaded again, and opens another', async () => {
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const notes = await openNotes();
    await notes.reload();
    expect((await press('ArrowRight', 'ArrowRight')).slide).toBe(ids[2]);
    expect(errors).toEqual([]);
    const other = await openNotes();
    expect(await other.evaluate('document.body.innerText')).toContain(`Slide 3 of ${ids.length}`);
  });

  it('shows notes from their beginning, and moves about in long ones by keys', async () => {
    const notes = await openNotes();
    await notes.setViewport({ width: 300, height: 100 });
    const down = async (there: Page) => {
      await there.keyboard.down('Shift');
      await there.keyboard.press('ArrowDown');
      await there.keyboard.up('Shift');
      return (await there.evaluate('scrollY')) as number;
    };
    expect(await down(notes)).toBeGreaterThan(0);
    expect((await state()).slide).toBe(ids[0]);
    await notes.keyboard.press('ArrowRight');
    expect(await notes.evaluate('scrollY')).toBe(0);
    await notes.close();
    await page.evaluate('window.open = () => null');
    await page.setViewport({ width: 600, height: 200 });
    await press('n');
    expect(await down(page)).toBeGreaterThan(0);
    expect((await press('ArrowRight')).slide).toBe(ids[2]);
    expect(await page.evaluate('scrollY')).toBe(0);
  });

  it('shows notes below the slide where no window may be opened', async () => {
    await page.evaluate('window.open = () => null');
    await press('n');
    expect(await page.evaluate("document.querySelector('.current .notes .note').checkVisibility()")).toBe(true);
    await press('n');
    expect(await page.evaluate("document.querySelector('.current .notes .note').checkVisibility()")).toBe(false);
  });

  it('turns its pages by touch', async () => {
    await page.close();
    page = await open(deck);
    await page.setViewport({ width: 800, height: 450, hasTouch: true });
    await page.reload();
    const swipe = async (from: number, to: number) => {
      const touch = await page.touchscreen.touchStart(from, 200);
      await touch.move(to, 205);
      await touch.end();
      return state();
    };
    expect((await swipe(600, 200)).slide).toBe(ids[1]);
    expect((await swipe(200, 600)).slide).toBe(ids[0]);
    expect((await swipe(400, 410)).slide).toBe(ids[0]);
    // Made larger with two fingers, one moves about.
    const session = await page.createCDPSession();
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    expect((await swipe(600, 200)).slide).toBe(ids[0]);
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await press('?');
    expect((await swipe(600, 200)).slide).toBe(ids[0]);
  });

  it('has buttons for fingers on a telephone, which leave the slides in sight in the smallest window', async () => {
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    await page.reload();
    await page.touchscreen.tap(200, 200);
    const barHeight = () =>
      page.evaluate("document.querySelector('.bar').getBoundingClientRect().height / innerHeight") as Promise<number>;
    // Larger letters and thumbs are never made smaller again.
    expect(await page.evaluate('[innerWidth, visualViewport.scale]')).toEqual([390, 1]);
    expect(
      await page.evaluate("document.querySelector('.bar button').getBoundingClientRect().height"),
    ).toBeGreaterThanOrEqual(44);
    expect(await barHeight()).toBeLessThan(0.5);
    await page.setViewport({ width: 320, height: 256 });
    await press('o');
    expect(await barHeight()).toBeLessThan(0.5);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('never has the chosen slide of the overview behind the bar', async () => {
    await page.setViewport({ width: 1280, height: 720 });
    await press('o');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab'] as const) {
      await press(key);
      expect(
        await page.evaluate(
          "document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.bar').getBoundingClientRect().top",
        ),
      ).toBe(true);
    }
  });

  it('can be blank, lists its keys, and leaves keys of the browser alone', async () => {
    await press('b');
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).visibility")).toBe('hidden');
    expect((await press('ArrowRight')).slide).toBe(ids[0]);
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).visibility")).toBe('visible');
    await press('?');
    expect(await page.evaluate("document.querySelector('dialog').open")).toBe(true);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Close');
    const listed = (await page.evaluate(
      "[...document.querySelectorAll('dialog tr')].map((row) => '| ' + [...row.cells].map((cell) => cell.textContent).join(' | ') + ' |')",
    )) as string[];
    expect(readFileSync(join(root, 'docs/presenting.md'), 'utf8')).toContain(listed.join('\n'));
    await press('Escape');
    expect(await page.evaluate("document.querySelector('dialog').open")).toBe(false);
    await page.keyboard.down('Control');
    await press('ArrowRight');
    await page.keyboard.up('Control');
    expect((await state()).slide).toBe(ids[0]);
  });

  it('comes back from blank by a click, which does nothing else', async () => {
    await press('ArrowRight', 'b');
    const next = await page.evaluate(`(() => {
      const { x, y, width, height } = [...document.querySelectorAll('.bar button')]
        .find(({ textContent }) => textContent === 'Next').getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })()`);
    await page.mouse.click(...(next as [number, number]));
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).visibility")).toBe('visible');
    expect((await state()).slide).toBe(ids[1]);
    await page.mouse.click(...(next as [number, number]));
    expect((await state()).slide).toBe(ids[2]);
  });

  it('leaves letters alone where somebody has switched them off, and remembers it', async () => {
    const choice = '.keys input';
    await press('?');
    await page.click(choice);
    await press('Escape');
    for (const when of ['now', 'later']) {
      expect(await press('o', '?', '0'), when).toMatchObject({ overview: false, slide: ids[0] });
      expect(await page.evaluate("document.querySelector('dialog').open"), when).toBe(false);
      expect((await press('ArrowRight')).slide, when).toBe(ids[1]);
      await press('Home');
      const keys = "[...document.querySelectorAll('.bar button')].map(({ title }) => title).filter(Boolean)";
      expect(await page.evaluate(keys), when).toEqual(['ArrowLeft', 'ArrowRight']);
      if (when === 'now') await page.reload();
    }
    await page.evaluate("[...document.querySelectorAll('.bar button')].at(-1).click()");
    await page.click(choice);
    await press('Escape');
    expect(await press('o')).toMatchObject({ overview: true });
  });

  it('has buttons that keys reach, each with a name', async () => {
    const seen = () => page.evaluate("getComputedStyle(document.querySelector('.bar')).opacity");
    await page.waitForFunction("!document.documentElement.classList.contains('awake')");
    expect(await seen()).toBe('0');
    await press('Tab', 'Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Next');
    expect(await seen()).toBe('1');
    expect((await press('Enter')).slide).toBe(ids[1]);
    expect((await press('Space')).slide).toBe(ids[2]);
    await press('b', 'Space');
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).visibility")).toBe('visible');
    expect(await state()).toMatchObject({ slide: ids[2], said: expect.stringMatching(/^Slide 3 /) });
  });

  it('does not stay with a button that was clicked: it would hold the bar over the slide, and take the next Space', async () => {
    await press('ArrowRight', 'ArrowRight');
    await page.mouse.move(100, 100);
    await page.click('.bar button');
    expect((await state()).slide).toBe(ids[1]);
    expect(await page.evaluate("document.querySelector('.bar').matches(':focus-within')")).toBe(false);
    expect((await press('Space')).slide).toBe(ids[2]);
  });

  it('is printed with all its slides, a page each', async () => {
    await press('ArrowRight');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(ids.length);
  });

  it('is printed alike from wherever it is', async () => {
    const seen = `[...document.querySelectorAll('main .slide, dialog, .bar, [role=timer], .go')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true })).map(({ className }) => className)`;
    await page.emulateMediaType('print');
    const usual = (await page.evaluate(seen)) as string[];
    expect(usual).toHaveLength(ids.length);
    for (const keys of [['o'], ['Escape', 'b'], ['b', '?'], ['Escape', '+']] as const) {
      await press(...keys);
      expect(await page.evaluate(seen)).toEqual(usual);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgba(0, 0, 0, 0)');
    }
  });

  it('is a page to read without scripts, notes and all', async () => {
    await page.close();
    page = await open(deck, [], false);
    const visible = (await page.evaluate(
      "[...document.querySelectorAll('.stage .slide')].filter((slide) => slide.checkVisibility()).length",
    )) as number;
    expect(visible).toBe(ids.length);
    expect(await page.evaluate("document.querySelector('.notes summary').checkVisibility()")).toBe(true);
  });

  it('runs no script but its own', async () => {
    const ran = await page.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">');
      return new Promise((done) => document.body.lastChild.addEventListener('error', () => done(window.ran === true)));
    })()`);
    expect(ran).toBe(false);
  });
});
