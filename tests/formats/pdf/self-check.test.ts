import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../src/browser/facts.js';
import { findBrowser } from '../../../src/browser/find.js';
import { startBrowser } from '../../../src/browser/launch.js';
import { createPrinter } from '../../../src/browser/pages.js';
import { PdfFile } from '../../../src/formats/pdf/file.js';
import { finishPdf } from '../../../src/formats/pdf/finish.js';
import type { DocumentIdentity } from '../../../src/formats/pdf/identity.js';
import type { PdfDict } from '../../../src/formats/pdf/objects.js';
import { PdfRef } from '../../../src/formats/pdf/objects.js';
import { selfCheck } from '../../../src/formats/pdf/self-check.js';
import { catalogOf, pagesOf } from '../../../src/formats/pdf/structure.js';
import { fontFaces } from '../../../src/html/fonts.js';
import { fixture } from '../../helpers/folders.js';
import { readAloud } from '../../helpers/pdf.js';

const identity: DocumentIdentity = {
  title: 'Room to ask',
  author: 'Millbrook School',
  subject: 'A page. Draft, not reviewed.',
  keywords: ['PSHE education'],
  language: 'en-GB',
  licence: null,
  creator: 'pshe-packs',
  date: new Date('2026-11-01T00:00:00Z'),
};

const running = await startBrowser(await findBrowser(undefined));
const printer = createPrinter(running);
afterAll(() => running.close());

const page = (
  body: string,
  style = '',
) => `<!doctype html><html lang="en-GB"><head><title>Room to ask</title><style>${fontFaces}
    @page { size: 105mm 148mm; margin: 10mm; font-family: "Atkinson Hyperlegible Next" }
    body { font: 16px "Atkinson Hyperlegible Next" } ${style}</style></head><body>${body}</body></html>`;

/** What the self-check says of a page with this body and these styles. */
async function problemsOf(body: string, style = ''): Promise<string[]> {
  const html = page(body, style);
  const { pdf, facts } = await printer.print(html, 30_000);
  return selfCheck(finishPdf(pdf, facts, identity), facts, identity).problems;
}

const table = (rows: string, caption = '<caption>Words</caption>') =>
  `<h1>Room to ask</h1><table>${caption}<thead><tr><th scope="col">Word</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table>`;

describe('a page that is sound', () => {
  it.each([
    ['text', '<h1>Room to ask</h1><h2>Who helps</h2><p>You can <strong>always</strong> ask.</p>'],
    [
      'a table',
      table(
        '<tr><th scope="row">trust</th><td>feeling sure</td></tr><tr><th scope="row">care</th><td>&nbsp;</td></tr>',
      ),
    ],
    ['text that is hidden on purpose', '<h1>Room to ask</h1><p aria-hidden="true">Slide 2</p>'],
    ['an aside', '<h1>Room</h1><aside><p>to ask</p></aside>'],
    [
      'a cell over two rows',
      '<h1>Room</h1><table><caption>Words</caption><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><th scope="row" rowspan="2">r</th><td>1</td></tr><tr><td>2</td></tr></table>',
    ],
    [
      'a cell over two columns',
      '<h1>Room</h1><table><caption>Words</caption><tr><th scope="col" colspan="2">A</th></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
    [
      'a table in a cell',
      '<h1>Room</h1><table><caption>Outer</caption><tr><td>1</td><td><table><caption>Inner</caption><tr><td>a</td><td>b</td><td>c</td></tr></table></td></tr></table>',
    ],
    [
      'a picture that is a link',
      '<h1>Room</h1><p><a href="https://example.org"><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"></a></p>',
    ],
    [
      'a figure with a list beside its picture',
      '<h1>Room</h1><figure><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"><ul><li>red</li></ul></figure>',
    ],
    [
      'a figure with a paragraph and a caption',
      '<h1>Room</h1><figure><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"><p>one</p><figcaption>two</figcaption></figure>',
    ],
    [
      'a figure with two pictures',
      '<h1>Room</h1><figure><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"><figcaption>both</figcaption></figure>',
    ],
    [
      'a figure around a link',
      '<h1>Room</h1><figure><a href="https://example.org"><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"></a><figcaption>call</figcaption></figure>',
    ],
    [
      'a figure around a quotation',
      '<h1>Room</h1><figure><blockquote><p>Ask.</p></blockquote><figcaption>Sam</figcaption></figure>',
    ],
    [
      'a figure whose picture is decoration',
      '<h1>Room</h1><figure><img alt="" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"><figcaption>Sam</figcaption></figure>',
    ],
    [
      'a figure with its picture in a box',
      '<h1>Room</h1><figure><div><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"></div><figcaption>Sam</figcaption></figure>',
    ],
    ['small capitals', '<h1>Room</h1><p style="font-variant-caps: small-caps">Room to ask</p>'],
    [
      'another language inside a line that wraps',
      '<h1>Room to ask</h1><p style="width: 60px">Say hello <abbr lang="cy">croeso bawb</abbr> everyone now</p>',
    ],
    [
      'a large drawing',
      `<h1>Room</h1><svg aria-hidden="true" width="90" height="90"><path d="M0 0${'c1 1 2 2 3 3c-1 -1 -2 -2 -3 -3'.repeat(60_000)}z"/></svg>`,
    ],
    ['nothing but a heading', '<h1>Room</h1>'],
    ['bare boxes side by side', '<h1>Room</h1><div style="display: flex"><span>to ask</span><b>to tell</b></div>'],
    ['bare boxes below one another', '<h1>Room</h1><div>one<div>two of it</div>three<p>four</p>five</div>'],
    [
      'boxes in a cell',
      '<h1>Room</h1><table><caption>Words</caption><tr><td><div>to ask</div><div>to tell</div></td></tr></table>',
    ],
    ['boxes in a list', '<h1>Room</h1><ul><li><span style="display: block">to ask</span>to tell</li></ul>'],
    ['terms and what they mean', '<h1>Room</h1><dl><dt>Trust</dt><dd>feeling sure</dd></dl>'],
    ['badges in a line', '<h1>Room</h1><p>to ask <b style="display: inline-block">1</b>of us</p>'],
    [
      'a table with a foot, and a cell in its head, over pages',
      table('<tr><td>trust</td><td>feeling sure</td></tr>'.repeat(40))
        .replace('<th scope="col">Word</th>', '<td>Word</td>')
        .replace('</tbody>', '</tbody><tfoot><tr><td>all</td><td>of them</td></tr></tfoot>'),
    ],
    ['lines alike over two pages', `<h1>Room</h1><p>${'to ask<br>'.repeat(60)}</p>`],
    ['first letters made capitals', '<h1>Room</h1><p style="text-transform: capitalize">room to ask, straße</p>'],
    [
      'a picture described with double spaces',
      '<h1>Room</h1><p><img alt="A  sun " width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"></p>',
    ],
    [
      'a page without a space, whose line wraps',
      `<p style="width: 1px">to <b>ask</b></p><h1 style="break-before: page">Room to ask</h1>`.replace(
        /^(.*)(<h1.*)$/,
        '$2$1',
      ),
    ],
    [
      'a heading that is a picture',
      '<h1>Room</h1><h2><img alt="Childline" width="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 9 9\'%3E%3Cpath d=\'M0 0h9v9z\'/%3E%3C/svg%3E"></h2>' +
        '<p style="break-before: page">ask</p>'.repeat(6),
    ],
  ])('has nothing wrong with it: %s', async (_what, body) => {
    expect(await problemsOf(body)).toEqual([]);
  });
});

describe('a template that is broken on purpose', () => {
  it.each([
    [
      'text from a style',
      '<h1>Room</h1><p class="x">to ask</p>',
      '“Always” is painted but not read aloud',
      '.x::before { content: "Always " }',
    ],
    [
      'text under a filter',
      '<h1>Room</h1><p class="x">to ask</p>',
      'The page says “Roomtoask”, the PDF nothing more.',
      '.x { filter: grayscale(1) }',
    ],
    [
      'a picture that is no image',
      '<h1>Room</h1><div role="img" alt="Two rounds"><svg width="20" height="20"><circle cx="10" cy="10" r="9"/></svg></div>',
      'The picture “Two rounds” is missing',
    ],
    [
      'a foot inside the text',
      `<h1>Room</h1><p class="x">Draft</p>${'<p>Room to ask.</p>'.repeat(40)}`,
      '“Draft” is read again on each page',
      '.x { position: fixed; bottom: 0 }',
    ],
    ['a mark over a letter', '<h1>Room</h1><p>to R\u0304 ask</p>', 'draws a sign that stands for no character'],
    [
      'a level that is skipped',
      '<h1>Room</h1><h3>to ask</h3>',
      'The heading “to ask” is of level 3, but nothing of level 2 is above it.',
    ],
    [
      'words without a space between them',
      '<h1>Room</h1><p style="width: 1px">to<br>ask</p>',
      'Words run together in what is read aloud: “toask”.',
    ],
    [
      'a paragraph of blocks',
      '<h1>Room to ask</h1><div role="heading" aria-level="2"><div>to ask</div><div>to tell</div></div>',
      'are read as one paragraph',
    ],
    [
      'no first heading',
      '<h2>Room</h2><p>to ask</p>',
      'The heading “Room” is of level 2, but nothing of level 1 is above it.',
    ],
    ['a table without caption', table('<tr><td>trust</td><td>feeling sure</td></tr>', ''), 'Table 1 has no caption.'],
    [
      'a row that is pushed out by a cell from above',
      '<h1>Room</h1><table><caption>Words</caption><tr><th scope="col" rowspan="2">A</th><th scope="col">B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '“Words” has rows of 2 and 3 cells.',
    ],
    [
      'an item without a list',
      '<h1>Room</h1><p>to</p><li>ask</li>',
      'An element LI stands in Document, where none may.',
    ],
    ['an empty cell', table('<tr><td>trust</td><td></td></tr>'), '“Words” has rows of 2 and 1 cells.'],
    [
      'a list with more than items',
      '<h1>Room</h1><ul><li>to</li><p>ask</p></ul>',
      'A list holds something beside its items.',
    ],
    [
      'a link in what is hidden',
      '<h1>Room</h1><p aria-hidden="true"><a href="https://example.org">ask</a></p>',
      'Links that can be clicked but are not read: 1.',
    ],
    [
      'a font that is not ours',
      '<h1>Room</h1><p class="x">to ask</p>',
      'Some text came out in a font that is not ours',
      '.x { font-family: serif }',
    ],
    [
      'letters that no font of ours has',
      '<h1>Room</h1><p>to ask مرحبا</p>',
      'Some text came out in a font that is not ours',
    ],
  ])('fails for %s', async (_what, body, words, style = '') => {
    expect((await problemsOf(body, style)).join(' ')).toContain(words);
  });

  it('reads blocks one by one, though nothing but styles makes them', async () => {
    const html = page(
      '<h1>Room</h1><div style="display: flex"><span>to ask</span><b>to tell</b></div><div>three</div>',
    );
    const { pdf, facts } = await printer.print(html, 30_000);
    expect(await readAloud(finishPdf(pdf, facts, identity))).toBe(
      'heading 1: Room\nparagraph: to ask\nparagraph: to tell\nparagraph: three\n',
    );
  });

  it('takes Roman page numbers for what they are', async () => {
    const body = `<h1>Room</h1>${'<p>to ask</p>'.repeat(40)}`;
    expect(await problemsOf(body, '@page { @bottom-right { content: "Page " counter(page, lower-roman) } }')).toEqual(
      [],
    );
    expect(await problemsOf(body, '@page { @bottom-right { content: "Page" } }')).toEqual([]);
  });

  it('takes what styles add to hidden text as hidden', async () => {
    const body = '<h1>Room</h1><p class="x" aria-hidden="true">to ask</p>';
    expect(await problemsOf(body, '.x { counter-increment: n } .x::before { content: "Slide " counter(n) }')).toEqual(
      [],
    );
  });

  it('does not finish a page whose link was lost', async () => {
    await expect(
      problemsOf('<h1>Room</h1><p><a href="https://example.org" style="filter: blur(1px)">ask</a></p>'),
    ).rejects.toThrow('The page has 1 links, but its PDF has 0.');
  });
});

describe('a finished file that was changed', () => {
  const facts = JSON.parse(readFileSync(join(fixture('printed'), 'facts.json'), 'utf8')) as PageFacts;
  const finished = finishPdf(readFileSync(join(fixture('printed'), 'chromium-143.pdf')), facts, identity);
  const changed = (how: (file: PdfFile) => void): string => {
    const file = new PdfFile(finished);
    how(file);
    return selfCheck(file.write(), facts, identity).problems.join(' ');
  };
  const inCatalog = (how: (catalog: PdfDict) => void) =>
    changed((file) => file.change(file.trailer.get('Root') as PdfRef, how));
  const inAll = (type: string, how: (dict: PdfDict) => void) =>
    changed((file) => {
      for (const number of file.numbers()) {
        const value = file.get(new PdfRef(number));
        if (value instanceof Map && (value.get('Type') === type || value.get('S') === type))
          file.change(new PdfRef(number), how);
      }
    });

  it('is sound before that', () => {
    expect(changed(() => undefined)).toBe('');
  });

  it.each([
    ['it is not marked', (catalog: PdfDict) => catalog.delete('MarkInfo'), 'does not say that it is accessible'],
    ['it has no language', (catalog: PdfDict) => catalog.delete('Lang'), 'The language should be “en-GB”'],
    [
      'its title is not shown',
      (catalog: PdfDict) => catalog.delete('ViewerPreferences'),
      'the name of the file, not its title',
    ],
    ['it has no properties', (catalog: PdfDict) => catalog.delete('Metadata'), 'The title should be “Room to ask”'],
    ['it has no bookmarks', (catalog: PdfDict) => catalog.delete('Outlines'), 'The bookmarks are not the headings'],
    ['its pages have no labels', (catalog: PdfDict) => catalog.delete('PageLabels'), 'Pages have no labels'],
  ])('fails where %s', (_what, how, words) => {
    expect(inCatalog(how)).toContain(words);
  });

  it.each([
    ['a picture has no text', '/Figure', 'Alt', 'A picture has no alternative text.'],
    ['a link is not described', '/Annot', 'Contents', 'The links of the page are'],
    ['a font is not in it', '/FontDescriptor', 'FontFile2', 'is not inside the PDF'],
    ['a font tells no characters', '/Font', 'ToUnicode', 'which characters it shows'],
    ['a header has no scope', '/TH', 'A', 'has a header cell without scope'],
    ['keys have no order', '/Page', 'Tabs', 'no order for keys'],
    [
      'content does not find its way back',
      '/Page',
      'StructParents',
      'Parts of the structure that are not tied to the page',
    ],
  ])('fails where %s', (_what, type, key, words) => {
    let said: string;
    try {
      said = inAll(type, (dict) => dict.delete(key));
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toContain(words);
  });

  it('fails where something is painted that is not marked', () => {
    const said = changed((file) => {
      const contents = file.dict(pagesOf(file)[0] as PdfRef).get('Contents') as PdfRef;
      file.setStream(contents, `${file.stream(contents).toString('latin1')}\n0 0 9 9 re\nf\n`);
    });
    expect(said).toContain('Painted parts that are neither content nor decoration: 1.');
  });

  it('fails where its structure is gone', () => {
    expect(() => changed((file) => file.remove(catalogOf(file).get('StructTreeRoot') as PdfRef))).toThrow('is missing');
  });
});

it('does not finish a page that says nothing', async () => {
  await expect(problemsOf('')).rejects.toThrow('Nothing on its pages is read aloud.');
});
