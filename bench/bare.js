// What printing costs by itself: a bare loop that prints the HTML files of a folder with Puppeteer.
//   node bench/bare.js <folder> <browser> <pages at once>
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { fontOrigin, readFont } from '../dist/html/fonts.js';

const [folder, executablePath, pages] = process.argv.slice(2);
const browser = await launch({
  executablePath,
  headless: 'shell',
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .values();

async function loop() {
  const page = await browser.newPage();
  await page.emulateMediaType('print');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const name = request.url().startsWith(fontOrigin) ? request.url().slice(fontOrigin.length + 1) : null;
    if (name === null) return request.continue();
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'max-age=31536000' };
    return request.respond({ status: 200, contentType: 'font/woff2', headers, body: readFont(name) });
  });
  for (const name of names) {
    await page.setContent(readFileSync(join(folder, name), 'utf8'), { waitUntil: 'load' });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    writeFileSync(join(folder, `${name}.pdf`), pdf);
  }
}

await Promise.all(Array.from({ length: Number(pages) }, loop));
await browser.close();
