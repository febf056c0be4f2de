// Prints tests/fixtures/printed/page.html with a browser, as it is before it is finished:
//   node scripts/print-fixture.js [path of a browser]
// Tests then hold the finisher to what that version of Chromium writes.
import { readFile, writeFile } from 'node:fs/promises';
import { findBrowser } from '../dist/browser/find.js';
import { startBrowser } from '../dist/browser/launch.js';
import { createPrinter } from '../dist/browser/pages.js';
import { fontFaces } from '../dist/html/fonts.js';

const folder = new URL('../tests/fixtures/printed/', import.meta.url);
const rows = Array.from(
  { length: 30 },
  (_, index) =>
    `<tr><th scope="row">Row ${index + 1}</th><td>first ${index + 1}</td><td>${index % 3 === 0 ? '&nbsp;' : 'some text that wraps in its cell'}</td></tr>`,
);
const page = (await readFile(new URL('page.html', folder), 'utf8'))
  .replace('/* fonts */', () => fontFaces)
  .replace('<!-- rows -->', rows.join('\n'))
  .replace('<!-- words -->', 'Many words go on over a page and then another. '.repeat(60));

const running = await startBrowser(await findBrowser(process.argv[2]));
const { pdf, facts } = await createPrinter(running).print(page, 60_000);
await running.close();
const version = /\d+/.exec(running.version)?.[0];
await writeFile(new URL(`chromium-${version}.pdf`, folder), pdf);
await writeFile(new URL('facts.json', folder), `${JSON.stringify(facts, null, 2)}\n`);
console.log(`chromium-${version}.pdf, ${pdf.length} bytes`);
