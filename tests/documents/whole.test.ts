import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { startBrowser } from '../../src/browser/launch.js';
import { createPrinter } from '../../src/browser/pages.js';
import { identityOf } from '../../src/build/identity.js';
import { composeJob, entryOf, planBuild } from '../../src/build/plan.js';
import { finishPdf } from '../../src/formats/pdf/finish.js';
import { fold } from '../../src/formats/pdf/text.js';
import { pictureUrl } from '../../src/html/assets.js';
import { plainText } from '../../src/html/inline.js';
import { createRenderer } from '../../src/html/render.js';
import { lessonFolders } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { findProfiles } from '../../src/library/profiles.js';
import { fixture } from '../helpers/folders.js';
import { drawPages, greatestDifference } from '../helpers/pdf.js';

const content = fixture('gallery');
const folders = lessonFolders(content);
const library = await loadLibrary(folders, content);
const profiles = [null, ...(await findProfiles(library, ['millbrook']))];
const own = ({ source }: { source: string }) => source.includes('gallery');
const jobs = planBuild(library, { what: [], bands: [], kinds: [], profiles }).filter(own);
const printed = jobs.filter(({ format }) => format === 'pdf');
const renderer = createRenderer((file, source) => pictureUrl(file, source, folders), { notChecked: false });
const running = await startBrowser(await findBrowser(undefined));
const printer = createPrinter(running);
afterAll(() => running.close());

/** Fields of models that say how something looks, where it comes from or what it is called, not what is read. */
const notText = [
  'at',
  'id',
  'layout',
  'palette',
  'kind',
  'icon',
  'relation',
  'seed',
  'role',
  'file',
  'audience',
  'size',
  'frame',
];
const ofTheFile = ['subject', 'keywords', 'school', 'code', 'colour', 'href', 'activity', 'status', 'shortStatus'];

/** What a kind leaves out of a model that it shares with another: a worksheet has no answers, an answer sheet no lines. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  slides: ['notes', 'script'],
  'review-copy': ['notes', 'answer', 'why', 'left', 'right', 'columns', 'boxes', 'materials', 'plan', 'shownWith'],
  'teacher-notes': ['alt'],
  worksheet: ['answer', 'why'],
  cards: ['answer'],
  answers: [
    'starter',
    'prompt',
    'left',
    'right',
    'columns',
    'rows',
    'helpers',
    'boxes',
    'items',
    'inside',
    'outside',
    'story',
    'note',
    'text',
  ],
};

function textsOf(model: unknown, without: ReadonlySet<string>, key = ''): string[] {
  if (without.has(key)) return [];
  if (typeof model === 'string') return [model];
  if (model === null || typeof model !== 'object') return [];
  if (Array.isArray(model)) return model.flatMap((item) => textsOf(item, without, key));
  return Object.entries(model).flatMap(([name, value]) => textsOf(value, without, name));
}

const bare = (text: string) => fold(text).replaceAll(' ', '').toLowerCase();

describe.each(printed)('$path', (job) => {
  it('says all that its model says', async () => {
    const { title: _title, ...model } = composeJob(library, job);
    const { facts } = await printer.print(
      renderer.render(job.kind, composeJob(library, job), entryOf(library, job).source.path),
      30_000,
    );
    const said = bare([facts.text, facts.hidden, ...facts.running, ...facts.figures].join(' '));
    const without = new Set([...notText, ...ofTheFile, ...(leftOut[job.kind] ?? [])]);
    const missing = [...new Set(textsOf(model, without))].filter((text) => !said.includes(bare(plainText(text))));
    expect(missing).toEqual([]);
  });

  it('looks the same to the pixel once it is finished', async () => {
    const model = composeJob(library, job);
    const entry = entryOf(library, job);
    const { pdf, facts } = await printer.print(renderer.render(job.kind, model, entry.source.path), 30_000);
    const finished = finishPdf(pdf, facts, identityOf(model, entry, model.status));
    // PDF.js joins shapes that follow one another, unless they are marked: where two touch, a value may differ by one.
    expect(greatestDifference(await drawPages(finished), await drawPages(pdf))).toBeLessThanOrEqual(1);
  });
});
