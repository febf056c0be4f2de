// Makes docs/images/ from real documents: run `npm run pictures` after templates or content change.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../dist/browser/find.js';
import { startBrowser } from '../dist/browser/launch.js';
import { composeJob, entryOf, planBuild } from '../dist/build/plan.js';
import { pictureUrl } from '../dist/html/assets.js';
import { fontOrigin, readFont } from '../dist/html/fonts.js';
import { createRenderer } from '../dist/html/render.js';
import { packagedLessons } from '../dist/library/content.js';
import { loadLibrary } from '../dist/library/load.js';

/** The file to make, the document it shows, the element of its page, and the scale of a CSS pixel. */
const pictures = [
  ['slide-cover', 'ks3-respect-1-slides', '#cover', 0.5],
  ['slide-story', 'ks3-respect-1-slides', '#friday', 0.5],
  ['slide-ks4', 'ks4-equal-1-slides', '#noodles', 0.5],
  ['notes', 'ks3-respect-1-teacher-notes', '.summary', 0.6],
  ['poster-pupils', 'campaign-cea-pupils-poster-a4', '.board', 0.6],
  ['poster-public', 'campaign-cea-public-poster-a4', '.board', 0.6],
];

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
await mkdir(folder, { recursive: true });
const library = await loadLibrary([packagedLessons], packagedLessons);
const profile = library.profiles.get('millbrook');
const council = library.profiles.get('somerset');
const jobs = planBuild(library, { what: [], bands: [], kinds: [], profiles: [profile, council] });
const renderer = createRenderer((file, source) => pictureUrl(file, source, library.folders), { notChecked: false });
const running = await startBrowser(await findBrowser(undefined));
try {
  const page = await running.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    const font = await readFont(request.url().slice(fontOrigin.length + 1));
    if (!font) return request.continue();
    return request.respond({ contentType: 'font/woff2', headers: { 'Access-Control-Allow-Origin': '*' }, body: font });
  });
  for (const [name, document, selector, scale] of pictures) {
    const school = name === 'poster-public' ? 'somerset' : 'millbrook';
    const job = jobs.find(({ path }) => path === `${document}-${school}.pdf`);
    await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: scale });
    await page.setContent(renderer.render(job.kind, composeJob(library, job), entryOf(library, job).source.path));
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const element = await page.$(selector);
    await writeFile(`${folder}${name}.png`, await element.screenshot({ type: 'png' }));
  }
} finally {
  await running.close();
}
