import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument, stringify, visit } from 'yaml';
import { build } from '../../src/build/build.js';
import { composeJob, planBuild } from '../../src/build/plan.js';
import { createRenderer } from '../../src/html/render.js';
import { packagedLessons } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { contentWith, copyOfFixture, fixture, temporaryFolder, writeInto } from '../helpers/folders.js';
import { openOffice } from '../helpers/office.js';
import { openPdf } from '../helpers/pdf.js';

/** Word parts that tell which band a text was written for. */
const canaries = { ks3: 'Finch', ks4: 'Robin', ks5: 'Heron' } as const;
type CanaryBand = keyof typeof canaries;

/**
 * The session of three bands, with a canary in every text that only one band may see: in each band map, and in each
 * block that is for one band.
 */
function sessionWithCanaries(): string {
  const source = readFileSync(join(packagedLessons, 'sessions/tutor-cea.yaml'), 'utf8');
  const document = parseDocument(source);
  const ids = new Set(['topics', 'statements', 'services', 'show', 'routine', 'layout', 'id', 'bands', 'answer-key']);
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string' || node.value === '…') return;
      const keys = path.flatMap((step) => ('key' in step ? [String((step.key as { value?: unknown }).value)] : []));
      if (keys.some((name) => ids.has(name))) return;
      const band = (Object.keys(canaries) as CanaryBand[]).find((name) => keys.includes(name)) ?? bandOfBlock(path);
      if (band) node.value = `${canaries[band]} ${node.value}`;
    },
  });
  return String(document);
}

/** The band of the innermost block round a text that is for one band only. */
function bandOfBlock(path: readonly unknown[]): CanaryBand | null {
  for (const step of [...path].reverse()) {
    const own = (step as { get?: (key: string) => { toJSON(): unknown } | undefined }).get?.('bands');
    const bands = own && typeof own === 'object' ? (own.toJSON() as CanaryBand[]) : null;
    if (bands) return bands.length === 1 ? (bands[0] as CanaryBand) : null;
  }
  return null;
}

/** All that a page for screens says, or a file to be changed in any of its parts. */
function textOf(path: string): string {
  if (path.endsWith('.html')) return readFileSync(path, 'utf8');
  const { paths, text } = openOffice(path);
  return paths.map(text).join('\n');
}

describe('no document of a band holds a word of another', async () => {
  const content = contentWith({ 'sessions/tutor-cea.yaml': sessionWithCanaries() });
  const library = await loadLibrary([packagedLessons, join(content, 'lessons')], content);
  const jobs = planBuild(library, { what: ['tutor-cea'], bands: [], kinds: [], profiles: [null] });

  it('in its model and its HTML, attributes and all', () => {
    expect(jobs).toHaveLength(19);
    const { render } = createRenderer(() => 'data:,', { notChecked: false });
    for (const job of jobs) {
      const model = composeJob(library, job);
      const held = `${JSON.stringify(model)} ${render(job.kind, model, '')} ${JSON.stringify(job.path)}`;
      // A class kit holds only what all lessons of a band share.
      if (job.kind !== 'class-kit') expect(held, job.path).toContain(canaries[job.band as CanaryBand]);
      for (const [band, canary] of Object.entries(canaries)) {
        if (band !== job.band) expect(held.includes(canary), `${canary} in ${job.path}`).toBe(false);
      }
    }
  });

  it('in its PDF: bytes, text, bookmarks, structure, title, in its page for screens, in files to be changed with notes and all, and in the manifest', async () => {
    const out = temporaryFolder();
    const { made } = await build({ what: ['tutor-cea'], content, out, formats: ['pdf', 'html', 'pptx', 'docx'] });
    for (const [format, count] of Object.entries({ html: 3, pptx: 3, docx: 10 }))
      expect(made.filter((document) => document.format === format)).toHaveLength(count);
    expect(made.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['teacher-notes', 'slides', 'answers', 'worksheet', 'cards']),
    );
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      documents: { path: string; band: string }[];
    };
    for (const { path, band } of manifest.documents) {
      const opened = /\.(?:html|pptx|docx)$/.test(path)
        ? { text: textOf(join(out, path)) }
        : await openPdf(join(out, path));
      const held = JSON.stringify({ ...opened, path }) + readFileSync(join(out, path), 'latin1');
      if (!path.includes('class-kit')) expect(opened.text, path).toContain(canaries[band as CanaryBand]);
      for (const [other, canary] of Object.entries(canaries)) {
        if (other !== band) expect(held.includes(canary), `${canary} in ${path}`).toBe(false);
      }
    }
    expect(readdirSync(out)).toContain('manifest.json');
  });

  it('which the test would notice: a text for all bands is in all of them', async () => {
    const text = readFileSync(join(packagedLessons, 'sessions/tutor-cea.yaml'), 'utf8').replace(
      'title: A warm start',
      'title: Wren start',
    );
    const folder = contentWith({ 'sessions/tutor-cea.yaml': text });
    const other = await loadLibrary([packagedLessons, join(folder, 'lessons')], folder);
    const notes = planBuild(other, { what: ['tutor-cea'], bands: [], kinds: ['teacher-notes'], profiles: [null] });
    for (const job of notes) expect(JSON.stringify(composeJob(other, job))).toContain('Wren');
  });
});

/** Fields of the gallery lesson whose texts may differ by band, by their last key. */
const varying = new Set(
  'title say do ask notes heading outcome aside fact support instruction text answer why starter left right inside outside to with stretch send safeguarding aim care reason meaning word home-link prompt alt'.split(
    ' ',
  ),
);
/** Lists whose blocks may be for some bands only. */
const blocks = new Set(['activities', 'slides', 'worksheet', 'cards', 'key-words', 'respond', 'steps']);

/** The gallery lesson for all bands, its texts and blocks given to single bands as `choose` (0 to 1) says. */
function lessonForAllBands(choose: () => number): string {
  const lesson = parse(readFileSync(join(fixture('gallery'), 'lessons/ks4/gallery/ks4-gallery-1.yaml'), 'utf8'));
  const names = Object.keys(canaries) as CanaryBand[];
  const isText = (key: string, value: unknown) => varying.has(key) && typeof value === 'string';
  const mapFields = (node: object, change: (key: string, value: unknown) => unknown) =>
    Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(key, value)]));

  const mark = (node: unknown, band: CanaryBand): unknown => {
    if (Array.isArray(node)) return node.map((item) => mark(item, band));
    if (node === null || typeof node !== 'object') return node;
    return mapFields(node, (key, value) => (isText(key, value) ? `${canaries[band]} ${value}` : mark(value, band)));
  };
  const split = (text: string) => Object.fromEntries(names.map((band) => [band, `${canaries[band]} ${text}`]));
  const vary = (node: unknown, key: string): unknown => {
    if (Array.isArray(node) && key !== 'sources') {
      return node.map((item) => {
        if (!blocks.has(key) || typeof item !== 'object' || choose() > 0.3) return vary(item, key);
        const band = names[Math.floor(choose() * 3)] as CanaryBand;
        return { ...(mark(item, band) as object), bands: [band] };
      });
    }
    if (node === null || typeof node !== 'object' || key === 'sources') return node;
    return mapFields(node, (name, value) =>
      isText(name, value) && choose() < 0.5 ? split(value as string) : vary(value, name),
    );
  };
  const { headline: _headline, ...rest } = vary(lesson, '') as Record<string, unknown>;
  return stringify({ ...rest, bands: names });
}

describe('whatever is given to one band', () => {
  it('never reaches a document of another', async () => {
    const streams = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), 12);
    let found = 0;
    for (const [round, stream] of streams.entries()) {
      const folder = copyOfFixture('gallery');
      const choose = () => stream.next().value as number;
      writeInto(folder, 'lessons/ks4/gallery/ks4-gallery-1.yaml', lessonForAllBands(choose));
      const unit = readFileSync(join(folder, 'lessons/ks4/gallery/unit.yaml'), 'utf8');
      writeInto(folder, 'lessons/ks4/gallery/unit.yaml', unit.replace('bands: [ks4]', 'bands: [ks3, ks4, ks5]'));
      const library = await loadLibrary([packagedLessons, join(folder, 'lessons')], folder);
      expect(library.broken, `round ${round}`).toEqual([]);
      const { render } = createRenderer(() => 'data:,', { notChecked: false });
      for (const job of planBuild(library, { what: ['ks4-gallery-1'], bands: [], kinds: [], profiles: [null] })) {
        const model = composeJob(library, job);
        const held = JSON.stringify(model) + render(job.kind, model, '');
        if (held.includes(canaries[job.band as CanaryBand])) found += 1;
        for (const [band, canary] of Object.entries(canaries)) {
          if (band !== job.band) expect(held.includes(canary), `${canary} in ${job.path}, round ${round}`).toBe(false);
        }
      }
    }
    expect(found).toBeGreaterThan(60);
  });
});
