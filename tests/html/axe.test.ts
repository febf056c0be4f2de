import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { startBrowser } from '../../src/browser/launch.js';
import { openPage, showOn } from '../../src/browser/pages.js';
import { composeJob, entryOf, planBuild } from '../../src/build/plan.js';
import { pictureUrl } from '../../src/html/assets.js';
import { createRenderer } from '../../src/html/render.js';
import { lessonFolders } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { findProfiles } from '../../src/library/profiles.js';
import { fixture } from '../helpers/folders.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const content = fixture('gallery');
const folders = lessonFolders(content);
const library = await loadLibrary(folders, content);
const profiles = [null, ...(await findProfiles(library, ['millbrook']))];
// The gallery has every kind and every layout; what lessons say makes no difference here.
const jobs = planBuild(library, { what: [], bands: [], kinds: [], profiles }).filter(
  ({ format, source }) => format !== 'txt' && source.includes('gallery'),
);
const renderer = createRenderer((file, source) => pictureUrl(file, source, folders), { notChecked: false });

const running = await startBrowser(await findBrowser(undefined));
const page = await openPage(running);
// Axe is a script; documents have none.
await page.setJavaScriptEnabled(true);
afterAll(() => running.close());

/** What axe finds in a page: each rule that fails, with the elements it fails for. */
async function findingsOf(html: string): Promise<string[]> {
  // The policy that keeps scripts out of documents would keep axe out too.
  await showOn(page, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run({ reporter: "v2" })')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element.slice(0, 120)}`));
}

describe('axe', () => {
  it('finds what is wrong', async () => {
    expect(await findingsOf('<html><title></title><img src="data:,"></html>')).toEqual(
      expect.arrayContaining([expect.stringContaining('image-alt'), expect.stringContaining('html-has-lang')]),
    );
  });

  it.each(jobs.map((job) => [job.path, job] as const))('finds nothing in %s', async (_path, job) => {
    const html = renderer.render(job.kind, composeJob(library, job), entryOf(library, job).source.path);
    expect(await findingsOf(html)).toEqual([]);
  });
});
