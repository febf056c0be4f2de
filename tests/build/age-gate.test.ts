import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { build } from '../../src/build/build.js';
import { composeJob, planBuild } from '../../src/build/plan.js';
import { createRenderer } from '../../src/html/render.js';
import { packagedLessons } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { contentWith, temporaryFolder } from '../helpers/folders.js';
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

describe('no document of a band holds a word of another', async () => {
  const content = contentWith({ 'sessions/tutor-cea.yaml': sessionWithCanaries() });
  const library = await loadLibrary([packagedLessons, join(content, 'lessons')], content);
  const jobs = planBuild(library, { what: ['tutor-cea'], bands: [], kinds: [], profiles: [null] });

  it('in its model and its HTML, attributes and all', () => {
    expect(jobs).toHaveLength(12);
    const { render } = createRenderer(() => 'data:,', { notChecked: false });
    for (const job of jobs) {
      const model = composeJob(library, job);
      const held = `${JSON.stringify(model)} ${render(job.kind, model, '')} ${JSON.stringify(job.path)}`;
      expect(held, job.path).toContain(canaries[job.band]);
      for (const [band, canary] of Object.entries(canaries)) {
        if (band !== job.band) expect(held.includes(canary), `${canary} in ${job.path}`).toBe(false);
      }
    }
  });

  it('in its PDF: bytes, text, bookmarks, structure, title, and the manifest', async () => {
    const out = temporaryFolder();
    const { made } = await build({
      what: ['tutor-cea'],
      kinds: ['teacher-notes', 'answers', 'worksheet'],
      content,
      out,
    });
    expect(made.length).toBeGreaterThan(0);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      documents: { path: string; band: string }[];
    };
    for (const { path, band } of manifest.documents) {
      const opened = await openPdf(join(out, path));
      const held = JSON.stringify({ ...opened, path }) + readFileSync(join(out, path), 'latin1');
      expect(opened.text, path).toContain(canaries[band as CanaryBand]);
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
