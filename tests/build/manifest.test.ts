import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { cleanUp } from '../../src/browser/cleanup.js';
import { withLock } from '../../src/build/lock.js';
import type { Manifest, ManifestDocument } from '../../src/build/manifest.js';
import { writeManifest } from '../../src/build/manifest.js';
import { machine } from '../../src/terminal/running.js';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { pshe } from '../helpers/pshe.js';

const document = (number: number): ManifestDocument => ({
  path: `lesson-${number}.pdf`,
  kind: 'slides',
  format: 'pdf',
  band: 'ks3',
  profile: null,
  print: null,
  size: null,
  source: `lesson-${number}.yaml`,
  lesson: `lesson-${number}`,
  title: 'A lesson',
  pages: 1,
  bytes: 1,
  sha256: '0',
});
const write = (out: string, number: number) => writeManifest(out, [document(number)], 'pshe', '1', () => false);
const pathsIn = (out: string) =>
  (JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest).documents.map(({ path }) => path);

describe('the list of documents in a folder', () => {
  it('loses nothing when several builds end at once', async () => {
    const out = temporaryFolder();
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    await Promise.all(numbers.map((number) => write(out, number)));
    expect(pathsIn(out)).toEqual(numbers.map((number) => `lesson-${number}.pdf`).sort());
    expect(readdirSync(out)).toEqual(['manifest.json']);
  });

  it.each(['[null]', '[{ "path": "../lesson-2.pdf" }]', '{}'])('is begun anew where it says %s', async (documents) => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'manifest.json'), `{ "schema": 1, "tool": "", "browser": "", "documents": ${documents} }`);
    await write(out, 1);
    expect(pathsIn(out)).toEqual(['lesson-1.pdf']);
  });

  it('is written by one build at a time also while the clock is put right', async () => {
    const out = temporaryFolder();
    let now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
      now += 60 * 60 * 1000;
      return now;
    });
    let writing = 0;
    const most: number[] = [];
    const work = async () => {
      writing += 1;
      for (let turn = 0; turn < 500; turn += 1) await readFile(join(out, '.pshe-lock'));
      most.push(writing);
      writing -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(out, work)));
    clock.mockRestore();
    expect(most).toEqual([1, 1, 1]);
  });

  it('leaves no lock when it is stopped, however far it has come', async () => {
    const left: string[] = [];
    for (let turns = 0; turns < 40; turns += 1) {
      const out = temporaryFolder();
      const written = write(out, 1);
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      await cleanUp();
      // Here the process would end.
      left.push(...readdirSync(out).filter((name) => name !== 'manifest.json'));
      await written.catch(() => undefined);
    }
    expect(left).toEqual([]);
  });

  it('does not wait for a build that was killed while it wrote it', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, '.pshe-lock'), `${machine} 4194305 1`);
    await write(out, 1);
    expect(pathsIn(out)).toEqual(['lesson-1.pdf']);
    expect(existsSync(join(out, '.pshe-lock'))).toBe(false);
  });
});

it('two builds into one folder at once leave what they would leave one after the other', async () => {
  const words = (what: string, kind: string, out: string) => [
    ...['build', what, '--kind', kind, '--content', fixture('gallery'), '--out', out, '--no-profile', '--quiet'],
  ];
  const [together, apart] = [temporaryFolder(), temporaryFolder()];
  const lesson = (out: string) => words('ks4-gallery-1', 'slides,worksheet,answers', out);
  const posters = (out: string) => words('campaign-gallery', 'poster', out);
  const fresh = () => ({ env: { PSHE_CACHE: freshCache() } });
  const same = [lesson(together), posters(together), posters(together)].map((asked) => pshe(asked, fresh()));
  for (const { code, err } of await Promise.all(same)) expect({ code, err }).toEqual({ code: 0, err: '' });
  await pshe(lesson(apart));
  await pshe(posters(apart));
  const all = (out: string) => readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'base64')]);
  expect(all(together)).toEqual(all(apart));
});
