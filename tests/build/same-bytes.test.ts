import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/build/manifest.js';
import { documentKinds } from '../../src/documents/index.js';
import { prints } from '../../src/documents/kind.js';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { pshe, root } from '../helpers/pshe.js';

const guides = ['card', 'lead-sheet', 'parent-guide', 'staff-briefing'].map((name) => `guide-gallery-${name}`);
const documents = ['build', 'ks4-gallery-1', 'ks4-gallery', 'campaign-gallery', ...guides, '--profile', 'millbrook'];

/** What can be made of content: the usual documents, those in other ways of printing, the page for governors. */
const makes: ((out: string) => string[])[] = [
  (out) => [...documents, '--format', 'pdf,png,html,pptx,docx', '--zip', '--out', join(out, 'usual')],
  (out) => [...documents, '--out', join(out, 'otherwise'), '--print', 'mono,large,tinted', '--bleed'],
  (out) => ['coverage', '--pdf', join(out, 'coverage.pdf')],
];

async function make(content: string, out: string, own: typeof makes, env: NodeJS.ProcessEnv, jobs: number) {
  const known = { PSHE_CACHE: freshCache() };
  for (const wordsFor of own) {
    const words = [...wordsFor(out), '--content', content, '--quiet'];
    const { err, code } = await pshe(words[0] === 'build' ? [...words, '--jobs', String(jobs)] : words, {
      env: { ...known, ...env },
    });
    expect({ err, code }).toEqual({ err: '', code: 0 });
  }
}

/** Another machine: its clock, its folders, the rights of its files, its user, its place and its language. */
const elsewhere = (date: string, place: string, language: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'tests/helpers/elsewhere.mjs'))}`,
  ELSEWHERE_DATE: date,
  ELSEWHERE_UMASK: '077',
  HOME: temporaryFolder(),
  USER: 'somebody',
  LOGNAME: 'somebody',
  TZ: place,
  LANG: language,
  LC_ALL: language,
});

describe('the same content gives the same bytes', () => {
  const here = temporaryFolder();
  const listIn = (folder: string) => readFileSync(join(folder, 'manifest.json'), 'utf8');

  beforeAll(() => make(fixture('gallery'), here, makes, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }, 1));

  it('of every kind, in every way of printing and every format', () => {
    const made = ['usual', 'otherwise'].flatMap((name) => (JSON.parse(listIn(join(here, name))) as Manifest).documents);
    const all = (field: 'kind' | 'print' | 'format') => new Set(made.map((document) => document[field]));
    expect(all('kind')).toEqual(new Set([...documentKinds.map(({ id }) => id), 'pack']));
    expect(all('print')).toEqual(new Set([null, ...prints]));
    expect(all('format')).toEqual(new Set(['pdf', 'png', 'txt', 'html', 'pptx', 'docx', 'zip']));
  });

  it.each<[string, string, string, string, number, typeof makes]>([
    ['a', '1970-01-01T00:01:00Z', 'Pacific/Kiritimati', 'tr_TR.UTF-8', 5, makes],
    ['much longer, née “lessons”', '2099-06-01', 'America/Los_Angeles', 'sv_SE.UTF-8', 2, makes.slice(0, 1)],
  ])('in a folder %s, on %s in %s with %s, %i at once', async (name, date, place, language, jobs, own) => {
    const there = join(temporaryFolder(), name);
    cpSync(fixture('gallery'), join(there, 'content'), { recursive: true });
    await make(join(there, 'content'), there, own, elsewhere(date, place, language), jobs);
    for (const folder of ['usual', 'otherwise'].filter((name) => existsSync(join(there, name)))) {
      const [one, other] = [here, there].map((out) => join(out, folder)) as [string, string];
      const { out, code } = await pshe(['compare', one, other]);
      expect({ out, code }).toEqual({ out: expect.stringMatching(/^Nothing differs/), code: 0 });
      expect(listIn(other)).toBe(listIn(one));
      // Unless it was another machine, nothing is proved.
      expect(statSync(join(other, 'manifest.json')).mode & 0o077).toBe(0);
    }
    const pages = [here, there].map((out) => join(out, 'coverage.pdf')).filter(existsSync);
    expect(new Set(pages.map((page) => readFileSync(page, 'base64'))).size).toBe(1);
    expect(pages).toHaveLength(own === makes ? 2 : 1);
  });
});
