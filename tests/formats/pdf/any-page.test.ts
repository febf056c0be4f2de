import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { findBrowser } from '../../../src/browser/find.js';
import { startBrowser } from '../../../src/browser/launch.js';
import { createPrinter } from '../../../src/browser/pages.js';
import { finishPdf } from '../../../src/formats/pdf/finish.js';
import { selfCheck } from '../../../src/formats/pdf/self-check.js';
import { fontFaces } from '../../../src/html/fonts.js';

const running = await startBrowser(await findBrowser(undefined));
const printer = createPrinter(running);
afterAll(() => running.close());

const identity = {
  title: 'Any page',
  author: 'Zoë O’Neill & “friends” (Łódź)',
  subject: 'Any <page>. Draft.',
  keywords: ['PSHE', 'œuvre'],
  language: 'en-GB',
  licence: null,
  creator: 'pshe-packs',
  date: new Date('2026-11-01T00:00:00Z'),
};

const word = fc.constantFrom(
  'room',
  'ask',
  'official',
  'fjord',
  'Zoë',
  'café',
  'don’t',
  '“no”',
  '0800\u00A01111',
  'non-stop',
  '(well)',
  'Łódź',
);
const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '));
const inline = fc
  .array(
    fc.oneof(
      words,
      words.map((text) => `<strong>${text}</strong>`),
      words.map((text) => `<em lang="cy">${text}</em>`),
      words.map((text) => `<a href="https://example.org/${encodeURIComponent(text)}">${text}</a>`),
      fc.constant('<br>'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `start ${parts.join(' ')}`);
const looks = fc.constantFrom('', ' class="box"', ' class="half"', ' class="flex"', ' class="fade"', ' class="page"');
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>')}`;

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(looks, inline).map(([look, text]) => `<p${look}>${text}</p>`),
    fc.tuple(looks, inline).map(([look, text]) => `<div${look}>${text}</div>`),
    inline.map((text) => `<h2>${text}</h2>`),
    words.map(
      (alt) => `<figure><img alt="${alt}" src="${picture}" width="40"><figcaption>${alt}</figcaption></figure>`,
    ),
    fc
      .tuple(words, looks)
      .map(
        ([text, look]) =>
          `<div aria-hidden="true"${look}><p>${text}</p><svg width="9" height="9"><path d="M0 0h9v9z"/></svg></div>`,
      ),
    fc.constant('<p class="line">&nbsp;</p>'),
    fc
      .tuple(looks, fc.array(fc.oneof(inline, tie('block')), { minLength: 1, maxLength: 4 }))
      .map(([look, items]) => `<ul${look}>${items.map((item) => `<li${look}>${item}</li>`).join('')}</ul>`),
    fc
      .tuple(words, fc.integer({ min: 1, max: 40 }), inline)
      .map(
        ([caption, rows, text]) =>
          `<table><caption>${caption}</caption><thead><tr><th scope="col">Word</th><th scope="col">Meaning</th></tr></thead><tbody>${`<tr><th scope="row">ask</th><td>${text}</td></tr><tr><th scope="row">room</th><td>&nbsp;</td></tr>`.repeat(rows)}</tbody></table>`,
      ),
    fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((blocks) => `<section>${blocks.join('\n')}</section>`),
  ),
}));

const page = (
  blocks: readonly string[],
) => `<!doctype html><html lang="en-GB"><head><title>Any page</title><style>${fontFaces}
@page { size: A5; margin: 12mm; font-family: "Atkinson Hyperlegible Next"; @bottom-right { content: "Draft " counter(page) } }
body { font: 15px "Atkinson Hyperlegible Next" } ul { list-style: none; padding: 0 } td, th { border: 1px solid; text-align: left }
.box { border: 1px dashed; border-radius: 4px; background: #eee } .half { opacity: 0.5 } .flex { display: flex; flex-wrap: wrap; gap: 4px }
.fade { background: linear-gradient(#fff, #ccc) } .page { break-before: page } .line { border-bottom: 1px solid }
</style></head><body><main><h1>Any page</h1>${blocks.join('\n')}</main></body></html>`;

it('finishes any page, so that nothing is wrong with it, and in the same way each time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
      const { pdf, facts } = await printer.print(page(blocks), 30_000);
      const finished = finishPdf(pdf, facts, identity);
      expect(selfCheck(finished, facts, identity).problems).toEqual([]);
      const again = await printer.print(page(blocks), 30_000);
      expect(finishPdf(again.pdf, again.facts, identity).equals(finished)).toBe(true);
    }),
    { numRuns: 60 },
  );
}, 120_000);
