import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { inspectTemplate } from '../../src/html/inspect-template.js';
import { openTemplates } from '../../src/html/templates.js';
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
      'Did you mean templates/poster/style.css?',
    ],
    [
      { 'answers/page.hbs': '\n{{#if a}}\n<p>' },
      'templates/answers/page.hbs, line 3: it stumbles at “',
      'Every {{#…}} needs',
    ],
    [
      { 'answers/page.hbs': '\n{{#if a}}{{/each}}' },
      'templates/answers/page.hbs, line 2: if doesn’t match each.',
      'Every {{#…}} needs its {{/…}}',
    ],
    [
      { 'answers/page.hbs': '\n{{> worksheet-haed}}' },
      'line 2: there is no part “worksheet-haed”',
      'mean “worksheet-head”?',
    ],
    [{ 'answers/page.hbs': '{{> nowhere}}' }, 'there is no part “nowhere”', 'add templates/partials/nowhere.hbs'],
    [
      { 'partials/slide.hbs': '<p>\n{{inlnie title}}' },
      'partials/slide.hbs, line 2: there is no helper “inlnie”',
      '“inline”?',
    ],
    [
      { 'partials/slide.hbs': '{{#if (even number)}}{{/if}}' },
      'there is no helper “even”',
      'There are if, unless, each,',
    ],
    [{ 'partials/slide.hbs': '{{log title}}' }, 'there is no helper “log”', 'Did you mean'],
    [{ 'partials/slide.hbs': '<p>\n{{#each}}{{/each}}' }, 'line 2: “each” needs a field after it', '{{#each title}}'],
  ])('that can never work stop the build before anything is made: %j', async (templates, message, hint) => {
    const failure = await build({ ...wish, content: contentWith(templates), out: temporaryFolder() }).catch(
      (error: unknown) => error as { message: string; hint: string },
    );
    expect(failure).toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) });
  });

  it('of the tool itself are none that can never work', () => {
    const { files, read } = openTemplates(null);
    const names = readdirSync(join(root, 'templates')).flatMap((folder) => files(folder, '.hbs'));
    const parts = files('partials', '.hbs').map((name) => basename(name, '.hbs'));
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) expect(() => inspectTemplate(name, read(name), parts)).not.toThrow();
  });

  it('may define parts for parts that they use', async () => {
    const page = '{{#> frame}}{{#*inline "house"}}<p>Elm House line</p>{{/inline}}{{/frame}}';
    const frame = answers.replace('<div>', '<div>{{> house}}');
    expect(await textOf({ 'answers/page.hbs': page, 'partials/frame.hbs': frame })).toContain('Elm House line');
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
    ['a field that is not there', '<p>\n{{titel}}', 'answers/page.hbs stumbles on line 2: there is no “titel”'],
    ['a field that a part lacks', '{{> lacking}}', 'partials/lacking.hbs stumbles on line 3: there is no “titel”'],
    ['a part that is not there', '{{> (lookup-block title)}}', 'answers/page.hbs stumbles: The partial block-'],
    ['a helper that gets the wrong thing', '\n\n{{answered title}}', 'answers/page.hbs stumbles on line 3: '],
    ['a part that calls itself', '{{> round}}', 'partials/round.hbs stumbles: it uses itself without end'],
    ['a part that calls itself twice', '{{> twice}}', 'partials/twice.hbs stumbles: it uses itself without end'],
    ['lists in lists in lists', lists(9), 'answers/page.hbs stumbles on line 1: its lists go round without end'],
    ['a page that nobody could hear', '<div aria-hidden="true">{{title}}</div>', 'Nothing on its pages is read aloud.'],
  ])('fail their documents alone for %s, and say why', async (_what, page, reason) => {
    const content = contentWith({
      'answers/page.hbs': page,
      'partials/round.hbs': '{{> round}}',
      'partials/twice.hbs':
        '{{#each (clear 1 2 3 4 5 6 7 8)}}{{#if (any ../headline)}}{{> twice headline=../headline}}{{/if}}{{/each}}',
      'partials/lacking.hbs': '\n\n{{titel}}',
    });
    const { made, failed } = await build({ ...wish, content, out: temporaryFolder() });
    expect(made.map(({ kind }) => kind)).toEqual(['cards']);
    expect(failed[0]?.reason).toContain(reason);
    expect(failed[0]?.job.path).toBe('ks4-gallery-1-answers.pdf');
  });
});

/** A template with lists inside of lists, each of ten. */
function lists(deep: number): string {
  return deep === 0 ? 'x' : `{{#each (clear 0 1 2 3 4 5 6 7 8 9)}}${lists(deep - 1)}{{/each}}`;
}
