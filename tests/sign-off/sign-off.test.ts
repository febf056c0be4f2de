import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { openStore } from '../../src/cache/store.js';
import { checkLibrary, inWords } from '../../src/check/run.js';
import { contentBase, lessonFolders } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { signOff } from '../../src/sign-off/sign-off.js';
import { copyOfFixture, temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { pshe, root } from '../helpers/pshe.js';

const by = 'Amina Osei, safeguarding lead';
const file = 'lessons/ks4/gallery/ks4-gallery-1.yaml';

describe('a sign-off', () => {
  let content: string;
  const load = () => loadLibrary(lessonFolders(content), contentBase(content));
  const sign = async (id = 'ks4-gallery-1') => signOff(await load(), [id], by, '2026-11-24');
  const change = (name: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(content, name), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(join(content, name), text.replace(from, to));
  };
  const found = async () =>
    checkLibrary(await load(), { known: openStore('content') })
      .map(inWords)
      .map(({ rule, message }) => `${rule}: ${message}`);

  beforeEach(() => {
    content = copyOfFixture('gallery');
  });

  it('adds its lines to the file and leaves all others as they were', async () => {
    const before = readFileSync(join(content, file), 'utf8').split('\n');
    const [signed] = await sign();
    const after = readFileSync(join(content, file), 'utf8').split('\n');
    expect(signed?.parts).toEqual(
      expect.arrayContaining(['plan', 'frame', 'activity start', 'service childline', 'law threats']),
    );
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'status: reviewed',
      'sign-off:',
      `  by: "${by}"`,
      '  on: 2026-11-24',
      '  read:',
      ...(signed?.parts ?? []).map((part) => expect.stringMatching(`^    "${part}": "[0-9a-f]{12}"$`)),
    ]);
    expect(before.filter((line) => !after.includes(line))).toEqual(['status: draft']);
    expect(await found()).toEqual([]);
  });

  it('keeps the line ends of a file from Windows', async () => {
    const text = readFileSync(join(content, file), 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(join(content, file), text);
    await sign();
    const signed = readFileSync(join(content, file), 'utf8');
    expect(signed.replace(/\r\n/g, '')).not.toContain('\n');
    expect(await found()).toEqual([]);
  });

  it('is shown by every document, in its properties too', async () => {
    await sign();
    const out = temporaryFolder();
    const { failed } = await build({ what: ['ks4-gallery-1'], content, out });
    expect(failed).toEqual([]);
    const slides = await openPdf(join(out, 'ks4-gallery-1-slides.pdf'));
    expect(slides.text).toContain('Reviewed 24 November 2026');
    expect(slides.properties.Subject).toContain('Reviewed by Amina Osei');
    const notes = await openPdf(join(out, 'ks4-gallery-1-teacher-notes.pdf'));
    expect(notes.text).toContain('Reviewed by Amina Osei, safeguarding lead, on 24 November 2026.');
    expect(notes.text).toContain('Reviewed 24 November 2026');
    for (const { text } of [slides, notes]) expect(text).not.toContain('Draft');
  });

  it('takes the status off a poster altogether', async () => {
    await sign('campaign-gallery');
    const out = temporaryFolder();
    await build({ what: ['campaign-gallery'], content, out });
    const { text } = await openPdf(join(out, 'campaign-gallery-public-poster-a4.pdf'));
    expect(text).not.toMatch(/Draft|Reviewed|before print/);
  });

  it.each([
    ['a comma of a slide', 'Read it slowly.', 'Read it, slowly.', ['activity “peak”']],
    ['the title', 'title: More than a yes', 'title: More than a yes!', ['its outline']],
    ['an activity that is new', 'split-after: explore-story', 'split-after: explore-words', ['its outline']],
  ])('lapses with %s, and the check says so', async (_what, from, to, parts) => {
    await sign();
    change(file, from, to);
    const lapsed = (await found()).filter((words) => words.startsWith('sign-off-lapsed'));
    expect(lapsed).toEqual([
      expect.stringContaining(
        `Amina Osei, safeguarding lead, signed this off on 24 November 2026. Since then this has changed: ${parts.join(', ')}.`,
      ),
    ]);
    const out = temporaryFolder();
    await build({ what: ['ks4-gallery-1'], kinds: ['answers'], content, out, allowErrors: true });
    expect((await openPdf(join(out, 'ks4-gallery-1-answers.pdf'))).text).toContain('Draft, not reviewed');
  });

  it('lapses with the number of a service and with a sentence of the law', async () => {
    await sign();
    mkdirSync(join(content, 'lessons/reference'));
    for (const name of ['services.yaml', 'laws.yaml']) {
      cpSync(join(root, 'lessons/reference', name), join(content, 'lessons/reference', name));
    }
    expect(await found()).toEqual([]);
    change('lessons/reference/services.yaml', '0800 1111', '0800 1112');
    expect((await found()).join()).toContain('service “childline”');
    change('lessons/reference/services.yaml', '0800 1112', '0800 1111');
    change('lessons/reference/laws.yaml', /(id: threats[\s\S]*?)responsible/, '$1responsible here');
    expect((await found()).join()).toContain('law “threats”');
  });

  it('lapses with the words of a poster for older pupils alone', async () => {
    const poster = 'lessons/campaigns/campaign-gallery.yaml';
    change(
      poster,
      'do: You can talk to someone.',
      'do: { ks3: Talk to us., ks4: Talk to us., ks5: Talk to somebody. }',
    );
    await sign('campaign-gallery');
    expect(await found()).toEqual([]);
    change(poster, 'ks5: Talk to somebody.', 'ks5: Talk to anybody.');
    expect((await found()).join()).toContain('poster “pupils”');
  });

  it('of a guide lapses with its words and with the numbers it shows', async () => {
    mkdirSync(join(content, 'lessons/reference'), { recursive: true });
    cpSync(join(root, 'lessons/reference/services.yaml'), join(content, 'lessons/reference/services.yaml'));
    await sign('guide-gallery-parent-guide');
    expect(await found()).toEqual([]);
    const out = temporaryFolder();
    await build({ what: ['guide-gallery-parent-guide'], kinds: ['parent-guide'], content, out });
    const { text } = await openPdf(join(out, 'guide-gallery-parent-guide-parent-guide.pdf'));
    expect(text).toContain('Reviewed by Amina Osei, safeguarding lead, on 24 November 2026');
    change('lessons/reference/services.yaml', '0808 800 5000', '0808 800 5001');
    expect((await found()).join()).toContain('this has changed: service “nspcc”');
    change('lessons/guides/guide-gallery-parent-guide.yaml', 'Often late', 'Often very late');
    expect((await found()).join()).toContain('section “signs”');
  });

  it('of a unit lapses with what its lessons are for, not with their words', async () => {
    await sign('ks4-gallery');
    change(file, 'Read it slowly.', 'Read it very slowly.');
    expect(await found()).toEqual([]);
    change(file, 'I can name two people who help', 'I can name three people who help');
    expect((await found()).join()).toContain('this has changed: lesson “ks4-gallery-1”');
  });

  it('is refused where the file has no plain line for the status', async () => {
    change(file, 'status: draft', '"status": draft');
    const { code, err } = await pshe(['sign-off', 'ks4-gallery-1', '--by', by, '--content', content]);
    expect(code).toBe(1);
    expect(err).toContain('has no line “status: draft”');
  });

  it('lapses with a picture', async () => {
    await sign();
    change('lessons/ks4/gallery/pictures/two-rounds.svg', '<svg', '<svg ');
    expect((await found()).join()).toContain('picture “pictures/two-rounds.svg”');
  });

  it('stays with what nobody reads: a comment, a source, the order of fields, the date of the day', async () => {
    await sign();
    change(file, 'title: More', '# a comment\ntitle: More');
    change(file, /^updated: .*$/m, 'updated: 2027-01-01');
    change(file, /^(order: 1)\n(minutes: 60)$/m, '$2\n$1');
    expect(await found()).toEqual([]);
  });

  it('takes the place of a former one', async () => {
    await sign();
    change(file, 'Read it slowly.', 'Read it, slowly.');
    await sign();
    expect(readFileSync(join(content, file), 'utf8').match(/^sign-off:/gm)).toHaveLength(1);
    expect(await found()).toEqual([]);
  });

  it('is refused for a lesson with a mistake in it, and touches nothing then', async () => {
    change(file, 'minutes: 60', 'minutes: 61');
    const before = readFileSync(join(content, file), 'utf8');
    const { code, err } = await pshe([
      'sign-off',
      'campaign-gallery',
      'ks4-gallery-1',
      '--by',
      by,
      '--content',
      content,
    ]);
    expect(code).toBe(1);
    expect(err).toContain('“ks4-gallery-1” has a mistake in it and can’t be signed off.');
    expect(readFileSync(join(content, file), 'utf8')).toBe(before);
    expect(readFileSync(join(content, 'lessons/campaigns/campaign-gallery.yaml'), 'utf8')).toContain('status: draft');
  });

  it.each([
    [['ks4-galery-1', '--by', by], 'Did you mean “ks4-gallery-1”?'],
    [['ks4-gallery-1', '--by', 'Amina'], '“Amina” is not a name and a role.'],
    [['ks3-respect-1', '--by', by], '“ks3-respect-1” belongs to the library that comes with the tool.'],
    [['ks4-gallery-1'], '--by'],
  ])('is refused for %j', async (args, words) => {
    const { code, err } = await pshe(['sign-off', ...args, '--content', content]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('is listed, also when it has lapsed', async () => {
    const listed = async () => (await pshe(['list', 'lessons', '--content', content])).out;
    expect(await listed()).toMatch(/ks4-gallery-1 .*\n.* draft/);
    await sign();
    expect(await listed()).toMatch(/ks4-gallery-1 .*\n.* reviewed/);
    change(file, 'Read it slowly.', 'Read it, slowly.');
    expect(await listed()).toMatch(/ks4-gallery-1 .*\n.* lapsed/);
  });

  it('is told in one line for each', async () => {
    const { code, out } = await pshe(['sign-off', 'ks4-gallery-1', '--by', by, '--content', content]);
    expect(code).toBe(0);
    expect(out).toContain(
      'ks4-gallery-1 is signed off by Amina Osei, safeguarding lead: 17 parts, written into lessons/ks4/gallery/ks4-gallery-1.yaml.\n',
    );
  });
});
