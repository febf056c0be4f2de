import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { openOffice, words } from '../helpers/office.js';
import { pshe } from '../helpers/pshe.js';

describe('a deck that somebody has changed', () => {
  let content = '';
  let env: Record<string, string> = {};
  const deck = () => join(content, 'out/ks3-ours-1-slides.pptx');
  const lesson = () => join(content, 'lessons/ks3/ours/ks3-ours-1.yaml');
  const build = (...more: string[]) =>
    pshe(['build', 'ks3-ours-1', '--kind', 'slides', '--format', 'pptx', '--content', content, ...more], {
      cwd: content,
      env,
    });
  const rename = (title: string) =>
    writeFileSync(lesson(), readFileSync(lesson(), 'utf8').replace(/^title: .*/m, `title: ${title}`));
  const title = () => words(openOffice(deck()).xml('docProps/core.xml'));

  beforeEach(async () => {
    content = exampleFolder({});
    env = { PSHE_CACHE: freshCache() };
    expect((await build()).code).toBe(0);
  });

  it('stays as it is, until it has another name or --force is said', async () => {
    appendFileSync(deck(), 'a change by hand');
    const mine = readFileSync(deck());
    rename('Ask first');
    const { err, code } = await build();
    expect(err).toContain('Somebody has changed or made this file by hand, so it stays as it is.');
    expect(err).toContain('--force');
    expect(code).toBe(1);
    expect(readFileSync(deck())).toEqual(mine);
    expect((await build('--force')).code).toBe(0);
    expect(title()).toContain('Ask first');
  });

  it('stays when its lesson is gone', async () => {
    appendFileSync(deck(), 'a change by hand');
    const mine = readFileSync(deck());
    rmSync(lesson());
    // Of everything, so that what has no lesson any more goes; of one kind, of which there are few.
    const all = ['build', '--kind', 'staff-briefing', '--format', 'docx', '--content', content];
    expect((await pshe(all, { cwd: content, env })).code).toBe(0);
    expect(readFileSync(deck())).toEqual(mine);
  });

  it('is told from one that the tool has made, also where a build did not come to its end', async () => {
    rmSync(join(content, 'out/manifest.json'));
    rename('Ask before');
    expect((await build()).code).toBe(0);
    expect(title()).toContain('Ask before');
  });

  it('is told from one that the tool has made, also where nothing is kept of it', async () => {
    env = { PSHE_CACHE: freshCache() };
    rename('Ask again');
    expect((await build()).code).toBe(0);
    expect(title()).toContain('Ask again');
    expect(existsSync(deck())).toBe(true);
  });
});
