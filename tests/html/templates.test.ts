import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { copyOfFixture, temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { root } from '../helpers/pshe.js';

/** A content folder with templates of its own. */
function contentWith(templates: Record<string, string>): string {
  const content = copyOfFixture('gallery');
  for (const [name, text] of Object.entries(templates)) {
    const path = join(content, 'templates', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return content;
}

const answers = readFileSync(join(root, 'templates/answers/page.hbs'), 'utf8');
const wish = { what: ['ks4-gallery-1'], kinds: ['answers', 'cards'] };

async function textOf(templates: Record<string, string>): Promise<string> {
  const out = temporaryFolder();
  const { failed } = await build({ ...wish, content: contentWith(templates), out });
  expect(failed).toEqual([]);
  return (await openPdf(join(out, 'ks4-gallery-1-answers.pdf'))).text;
}

describe('templates beside the lessons', () => {
  it('take the place of those of the tool, one by one', async () => {
    const head = '<header><p>House of Elm</p><h1 class="headline">{{#each headline}}{{this}} {{/each}}</h1></header>';
    expect(await textOf({})).not.toContain('House of Elm');
    const text = await textOf({ 'partials/worksheet-head.hbs': head });
    expect(text).toContain('House of Elm');
    expect(text).toContain('When is it OK to ask again?');
  });

  it('may bring parts of their own', async () => {
    const page = answers.replace('<div>', '<div>{{> house-line}}');
    expect(await textOf({ 'answers/page.hbs': page, 'partials/house-line.hbs': '<p>Elm House line</p>' })).toContain(
      'Elm House line',
    );
  });

  it('are named in the result', async () => {
    const content = contentWith({ 'answers/style.css': '.answer { padding-top: 1mm }' });
    const { templates } = await build({ ...wish, content, dryRun: true });
    expect(templates).toEqual(['answers/style.css']);
  });

  it.each([
    [
      { 'postr/style.css': '' },
      'templates/postr/style.css takes the place of no template',
      'templates/poster/style.css',
    ],
    [{ 'answers/page.hbs': '{{#if a}}\n<p>' }, 'templates/answers/page.hbs can’t be read. Parse error on line 2', ''],
  ])('that can never work stop the build before anything is made: %j', async (templates, message, hint) => {
    const failure = await build({ ...wish, content: contentWith(templates), out: temporaryFolder() }).catch(
      (error: unknown) => error as { message: string; hint: string },
    );
    expect(failure).toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) });
  });

  it('may not lead out of their folder', async () => {
    const content = contentWith({ 'answers/style.css': '' });
    symlinkSync(join(root, 'package.json'), join(content, 'templates/answers/page.hbs'));
    await expect(build({ ...wish, content, dryRun: true })).rejects.toThrow('leads out of its folder');
  });

  it('may not lead nowhere either; what a system leaves there for itself is passed over', async () => {
    const content = contentWith({ 'answers/._style.css': 'x', '.git/config.css': 'x' });
    expect((await build({ ...wish, content, dryRun: true })).templates).toEqual([]);
    symlinkSync('/nowhere', join(content, 'templates/answers/style.css'));
    await expect(build({ ...wish, content, dryRun: true })).rejects.toThrow('or nowhere');
  });

  it.each([
    ['a field that is not there', '{{titel}}', '"titel" not defined'],
    ['a part that is not there', '{{> nowhere}}', 'nowhere could not be found'],
    ['a helper that is not there', '{{shout title}}', 'shout'],
    ['a part that calls itself', '{{> round}}', 'Maximum call stack'],
    ['a page that nobody could hear', '<div aria-hidden="true">{{title}}</div>', 'Nothing on its pages is read aloud.'],
  ])('fail their documents alone for %s, and say why', async (_what, page, reason) => {
    const content = contentWith({ 'answers/page.hbs': page, 'partials/round.hbs': '{{> round}}' });
    const { made, failed } = await build({ ...wish, content, out: temporaryFolder() });
    expect(made.map(({ kind }) => kind)).toEqual(['cards']);
    expect(failed[0]?.reason).toContain(reason);
  });
});
