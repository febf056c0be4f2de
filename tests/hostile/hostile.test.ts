import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { startBrowser } from '../../src/browser/launch.js';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { openOffice, words } from '../helpers/office.js';
import { openPdf } from '../helpers/pdf.js';
import { png } from '../helpers/pictures.js';
import { pshe } from '../helpers/pshe.js';

/** Hears everything that is sent to this machine under its address. */
const heard: string[] = [];
const server = createServer((request, response) => {
  heard.push(request.url ?? '');
  response.end();
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const secret = 'Zwischenraumgeheimnis';
const outside = temporaryFolder();
writeFileSync(join(outside, 'secret.txt'), secret);
writeFileSync(
  join(outside, 'secret.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${secret}</title><path d="M0 0h9v9z"/></svg>`,
);
/** What a script would make, if one ran. */
const made = join(outside, 'made');
const write = `process.mainModule.require('fs').writeFileSync('${made}','')`;

/** Texts that try to be more than text. */
const texts = [
  `<script src=${address}/s> </script>`,
  `<img src="${address}/image" onerror="fetch('${address}/handler')">`,
  `"><iframe src="file://${outside}/secret.txt"></iframe>`,
  `{{constructor.constructor "${write.replaceAll('"', "'")}"}} {{> slide}} {{{title}}}`,
  `\${${write}} <%= ${write} %>`,
  `</style><link rel="stylesheet" href="${address}/style">`,
  `javascript:fetch('${address}/link') and file://${outside}/secret.txt`,
  `background:url(${address}/css) } body { display: none`,
  `<!-- --><svg><use href="${address}/use#x"/></svg>`,
];

const quoted = (text: string) => JSON.stringify(text);

describe('content that tries to be more than words', () => {
  const content = exampleFolder({
    slide: `id: bike\nlayout: points\ntitle: ${quoted('<b>Bold</b> &amp; {{title}}')}\npoints: [${quoted(texts[0] as string)}, It is red.]\nnotes: ${quoted(texts[1] as string)}\n`,
    step: `say: ${quoted(texts.slice(2).join(' '))}\n`,
    profile: `name: ${quoted(`</title><script>fetch('${address}/school')</script>`)}\nadult: { name: ${quoted(`"onclick="fetch('${address}/adult')`)}, where: ${quoted('{{{where}}}')} }\n`,
  });
  const out = join(content, 'out');
  let result = { out: '', err: '', code: 0 as number | null };
  beforeAll(async () => {
    const asked = ['build', 'ks3-ours-1', '--content', content, '--out', out, '--profile', 'our-school'];
    result = await pshe([...asked, '--format', 'pdf,html,pptx,docx', '--allow-errors', '--zip'], { cwd: content });
  });

  it('is built or refused, without any failure of the tool', () => {
    expect(result.err).not.toMatch(/mistake of the tool|\n\s+at /);
    expect([0, 1]).toContain(result.code);
    expect(
      readdirSync(out).filter((name) => /^ks3-ours-1-(?:slides|teacher-notes).*\.(?:pdf|html|pptx|docx)$/.test(name)),
    ).toHaveLength(5);
  });

  it('stands in documents as the words that it is', async () => {
    const slides = await openPdf(join(out, 'ks3-ours-1-slides-our-school.pdf'));
    expect(slides.text).toContain('<b>Bold</b> &amp; {{title}}');
    const notes = (await openPdf(join(out, 'ks3-ours-1-teacher-notes-our-school.pdf'))).text.replaceAll(' ', '');
    for (const text of texts.slice(1)) expect(notes).toContain(text.replaceAll(' ', '').slice(0, 30));
  });

  it('stands in decks to be changed as the words that it is, and leads nowhere else', () => {
    const [deck, notes] = ['slides-our-school.pptx', 'teacher-notes-our-school.docx'].map((name) =>
      openOffice(join(out, `ks3-ours-1-${name}`)),
    ) as [ReturnType<typeof openOffice>, ReturnType<typeof openOffice>];
    const whole = deck.paths.filter((path) => path.endsWith('.xml')).map((path) => words(deck.xml(path)));
    expect(whole.join(' ')).toContain('<b>Bold</b> &amp; {{title}}');
    expect(whole.join(' ')).toContain((texts[1] as string).replace(/\s+/g, ' '));
    const said = words(notes.xml('word/document.xml'));
    for (const text of texts.slice(2, 5)) expect(said).toContain(text.replace(/\s+/g, ' '));
    const links = [deck, notes].flatMap(({ paths, uses }) => paths.flatMap(uses)).filter(({ external }) => external);
    for (const { target } of links) expect(target).toMatch(/^(?:tel|sms|https):/);
  });

  it('sends nothing, reads nothing from outside and makes nothing, in a browser of its readers neither', async () => {
    const { browser, close } = await startBrowser(await findBrowser(undefined));
    for (const name of readdirSync(out).filter((file) => file.endsWith('.html'))) {
      const page = await browser.newPage();
      await page.goto(`${pathToFileURL(join(out, name))}`);
      await page.evaluate('document.fonts.ready');
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'o', 'End', 'Enter', 'n'] as const)
        await page.keyboard.press(key);
      expect(
        await page.evaluate(
          "document.querySelectorAll('iframe, script:not(:last-of-type), [onclick], [onerror]').length",
        ),
      ).toBe(0);
      await page.close();
    }
    await close();
    expect(heard).toEqual([]);
    expect(existsSync(made)).toBe(false);
    for (const name of readdirSync(out)) expect(readFileSync(join(out, name), 'latin1'), name).not.toContain(secret);
  });

  it('would be heard, if it did', async () => {
    await fetch(`${address}/here`);
    expect(heard.splice(0)).toEqual(['/here']);
  });
});

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inner}<path d="M0 0h9v9z"/></svg>`;

/** Pictures, and what the check says of them; null where nothing is wrong. */
const pictures: [name: string, bytes: string | Buffer, says: string | null][] = [
  ['plain.svg', svg('<path d="M1 1h2v2z"/>'), null],
  [
    'own-parts.svg',
    svg('<defs><path id="a" d="M0 0h1v1z"/></defs><use href="#a"/><path fill="url(#g)" d="M0 0h2v2z"/>'),
    null,
  ],
  [
    'photograph-inside.svg',
    svg(`<image href="data:image/png;base64,${png(2, 2).toString('base64')}" width="2" height="2"/>`),
    null,
  ],
  ['plain.png', png(20, 10), null],
  ['script.svg', svg(`<script>fetch('${address}/svg')</script>`), 'more than shapes'],
  ['handler.svg', svg('', `onload="fetch('${address}/load')"`), 'more than shapes'],
  [
    'page.svg',
    svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>'),
    'more than shapes',
  ],
  ['moving.svg', svg('<animate attributeName="x" to="5"/>'), 'more than shapes'],
  ['image-outside.svg', svg(`<image href="${address}/outside" width="9" height="9"/>`), 'outside of it'],
  ['image-file.svg', svg(`<image xlink:href="file://${outside}/secret.svg" width="9" height="9"/>`), 'outside of it'],
  ['use-outside.svg', svg(`<use href="${address}/use#x"/>`), 'outside of it'],
  ['style-import.svg', svg(`<style>@import "${address}/css";</style>`), 'outside of it'],
  ['style-url.svg', svg(`<path style="fill: u\\72l(${address}/fill)" d="M0 0h9v9z"/>`), 'outside of it'],
  ['style-sheet.svg', `<?xml-stylesheet href="${address}/sheet.css"?>${svg('')}`, 'outside of it'],
  [
    'entity.svg',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${outside}/secret.txt">]>${svg('<title>&x;</title>')}`,
    'outside of it',
  ],
  [
    'entities.svg',
    `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<title>&b;</title>')}`,
    'outside of it',
  ],
  [
    'bomb.svg',
    svg(
      `<defs><g id="a0"><path d="M0 0h1"/></g>${Array.from({ length: 20 }, (_one, index) => `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#a20"/>`,
    ),
    'more shapes',
  ],
  ['circle.svg', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), null],
  ['broken.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path', 'no whole picture'],
  ['page.png', '<html><script>1</script></html>', 'no whole picture'],
  ['photograph.svg', png(2, 2), 'no whole picture'],
  ['drawing.png', svg(''), 'no whole picture'],
  ['cut-off.png', png(200, 100).subarray(0, 60), 'no whole picture'],
  ['damaged.png', Buffer.from(png(20, 10).map((byte, at) => (at === 45 ? byte ^ 1 : byte))), 'no whole picture'],
  ['no-pixels.png', png(20, 10, Buffer.from('no pixels')), 'no whole picture'],
  ['few-pixels.png', png(20, 10, deflateSync(Buffer.alloc(9))), 'no whole picture'],
  ['nothing.jpg', Buffer.alloc(0), 'no whole picture'],
  ['bomb.png', png(50_000, 50_000, deflateSync(Buffer.alloc(10))), 'so large a picture'],
  ['heavy.png', Buffer.alloc(11 * 1024 * 1024), 'so large a picture'],
];

describe('pictures that are more, or less, than pictures', () => {
  const links = ['link-out.svg', 'link-nowhere.svg', '../../../../secret.svg'];
  const folder = exampleFolder({
    slide: `id: bike\nlayout: picture\ntitle: A bike\npicture: { file: image-outside.svg, alt: A bike }\nlines: [Look.]\nnotes: Look at it.\n`,
    ...Object.fromEntries(
      [...pictures.map(([name]) => name), ...links].map((name, index) => [
        `profiles/school-${index}.yaml`,
        `id: school-${index}\nname: School ${index}\nkind: school\nnation: england\nlogos: [{ file: ${name}, alt: Shapes }]\n`,
      ]),
    ),
  });
  for (const place of ['profiles', 'ks3/ours'])
    for (const [name, bytes] of pictures) writeFileSync(join(folder, 'lessons', place, name), bytes);
  symlinkSync(join(outside, 'secret.svg'), join(folder, 'lessons/profiles/link-out.svg'));
  symlinkSync('/nowhere/at-all.svg', join(folder, 'lessons/profiles/link-nowhere.svg'));
  let findings: { rule: string; message: string; line: number }[] = [];
  beforeAll(async () => {
    const { out, err } = await pshe(['check', '--content', folder, '--format', 'json'], { cwd: folder });
    expect(err).not.toMatch(/mistake of the tool|\n\s+at /);
    findings = JSON.parse(out).findings;
  });
  const said = (name: string) =>
    findings
      .filter(({ rule, message }) => rule === 'picture-file' && message.includes(`“${name}”`))
      .map(({ message }) => message);

  it.each(pictures.map(([name, , says]) => [name, says] as const))('%s: %s', (name, says) => {
    if (says === null) expect(said(name)).toEqual([]);
    else expect(said(name)[0]).toContain(says);
  });

  it('that lead out, or nowhere, are refused', () => {
    expect(said('link-out.svg')).toEqual([expect.stringContaining('inside the content folder')]);
    expect(said('link-nowhere.svg')).toEqual([expect.stringContaining('There is no picture')]);
    expect(said('../../../../secret.svg')).toHaveLength(1);
  });

  it('make no document, whatever is allowed, and nothing of theirs is fetched', async () => {
    const asked = ['build', 'ks3-ours-1', '--kind', 'slides', '--format', 'pdf,html', '--content', folder];
    const { err, code } = await pshe([...asked, '--allow-errors', '--out', join(folder, 'out')]);
    expect(err).toContain('can’t be shown; “pshe check” says why');
    expect(err).not.toMatch(/mistake of the tool|\n\s+at /);
    expect(code).toBe(1);
    expect(heard).toEqual([]);
  });
});

describe.runIf(process.platform !== 'win32')('links instead of files', () => {
  it('are said, and nothing is read through them', async () => {
    const folder = exampleFolder({});
    mkdirSync(join(outside, 'ks3/theirs'), { recursive: true });
    writeInto(outside, 'ks3/theirs/unit.yaml', `title: ${secret}`);
    symlinkSync(join(outside, 'ks3/theirs'), join(folder, 'lessons/ks3/theirs'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'lessons/profiles.yaml'));
    symlinkSync('.', join(folder, 'lessons/ks3/round'));
    const { out, err, code } = await pshe(['check', '--content', folder, '--format', 'json'], { cwd: folder });
    expect({ err, code }).toEqual({ err: expect.stringMatching(/^Paths count from .*\n$/), code: 1 });
    const { findings } = JSON.parse(out) as { findings: { rule: string; file: string; message: string }[] };
    expect(findings.map(({ rule, file }) => `${rule}: ${file}`)).toEqual([
      'file-place: lessons/ks3/round',
      'file-place: lessons/ks3/theirs',
      'file-place: lessons/profiles.yaml',
    ]);
    expect(findings[0]?.message).toContain('it is a link to another place');
    expect(out).not.toContain(secret);
  });
});

describe('files that are no lessons', () => {
  it('are said, and never read for ever', async () => {
    const folder = exampleFolder({});
    writeInto(folder, 'lessons/profiles/large.yaml', `id: large-one\nname: ${'x'.repeat(2 * 1024 * 1024)}\n`);
    writeInto(
      folder,
      'lessons/profiles/__proto__.yaml',
      '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n',
    );
    writeInto(folder, 'lessons/profiles/zero.yaml', 'id: zero\nname: "a\\0b"\nkind: school\nnation: england\n');
    writeInto(folder, 'lessons/profiles/turned.yaml', 'id: turned\nname: "a\\u202Eb"\nkind: school\nnation: england\n');
    writeInto(folder, 'lessons/constructor/toString.yaml', 'id: to-string\n');
    const { out, err, code } = await pshe(['check', '--content', folder, '--format', 'json'], { cwd: folder });
    expect({ err, code }).toEqual({ err: expect.stringMatching(/^Paths count from .*\n$/), code: 1 });
    const { findings } = JSON.parse(out) as { findings: { rule: string; file: string }[] };
    const rules = (file: string) => findings.filter((finding) => finding.file.endsWith(file)).map(({ rule }) => rule);
    expect(rules('large.yaml')).toEqual(['text-encoding']);
    expect(rules('zero.yaml')).toEqual(['text-encoding']);
    expect(rules('turned.yaml')).toEqual(['text-encoding']);
    expect(rules('toString.yaml')).toEqual(['file-place']);
    expect(rules('__proto__.yaml').length).toBeGreaterThan(0);
  });
});

describe.runIf(process.platform !== 'win32')('what the terminal is told', () => {
  it('holds nothing that it would obey, whatever files and lines are like', async () => {
    const folder = exampleFolder({});
    writeInto(folder, 'lessons/ks3/\u001B[2J\u0007\u202Egnp.yaml', 'id: \u001B]0;x\u0007\n');
    const { out, err } = await pshe(['check', '--content', folder], { cwd: folder });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
    expect(out).toContain('lessons/ks3/\\u001B[2J\\u0007\\u202Egnp.yaml');
  });

  it('is short, however long a line is', async () => {
    const folder = exampleFolder({});
    writeInto(folder, 'schools.csv', `id,name,nation${',x'.repeat(200_000)}\nelm,Elm,england\n`);
    writeInto(folder, 'lessons/ks3/long.yaml', `id: ${'x'.repeat(300_000)}[: ${'y'.repeat(300_000)}\n`);
    const asked = ['build', 'guide-card', '--dry-run', '--content', folder, '--profile', 'schools.csv'];
    const { err, code } = await pshe(asked, { cwd: folder });
    expect(code).toBe(1);
    expect(err).toContain('There is no column “x”');
    expect(err.length).toBeLessThan(2000);
    const checked = await pshe(['check', '--content', folder], { cwd: folder });
    expect(checked.out).toMatch(/long\.yaml:1:\d+/);
    expect(checked.out.length).toBeLessThan(4000);
  });
});
