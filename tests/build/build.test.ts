import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build/build.js';
import type { Manifest } from '../../src/build/manifest.js';
import { inWords } from '../../src/check/run.js';
import { contentWith, copyOfFixture, fixture, temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { root } from '../helpers/pshe.js';

const manifestOf = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;

const change = (content: string, from: string, to: string) => {
  const file = join(content, 'lessons/ks4/gallery/ks4-gallery-1.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

describe('a build of a lesson with every layout', async () => {
  const out = temporaryFolder();
  const result = await build({ what: ['ks4-gallery-1'], content: fixture('gallery'), profiles: ['millbrook'], out });

  it('makes every kind of document and fails none', () => {
    expect(result.failed).toEqual([]);
    expect(readdirSync(out).sort()).toEqual([
      'ks4-gallery-1-answers-millbrook.pdf',
      'ks4-gallery-1-cards-millbrook.pdf',
      'ks4-gallery-1-class-kit-millbrook.pdf',
      'ks4-gallery-1-review-copy-millbrook.pdf',
      'ks4-gallery-1-slides-millbrook.pdf',
      'ks4-gallery-1-teacher-notes-millbrook.pdf',
      'ks4-gallery-1-worksheet-millbrook.pdf',
      'manifest.json',
    ]);
  });

  it('lists each document as it lies there', () => {
    const { documents, tool, browser } = manifestOf(out);
    expect(tool).toMatch(/^pshe-packs \d/);
    expect(browser).toContain('Chrome');
    expect(documents).toHaveLength(7);
    for (const { path, bytes, sha256, pages, band, profile, source } of documents) {
      const file = readFileSync(join(out, path));
      expect(bytes).toBe(file.length);
      expect(sha256).toBe(createHash('sha256').update(file).digest('hex'));
      expect(pages).toBeGreaterThan(0);
      expect({ band, profile, source }).toEqual({
        band: 'ks4',
        profile: 'millbrook',
        source: 'lessons/ks4/gallery/ks4-gallery-1.yaml',
      });
    }
  });

  it('makes slides of 16 to 9, one page each, tagged and in British English', async () => {
    const slides = await openPdf(join(out, 'ks4-gallery-1-slides-millbrook.pdf'));
    expect(slides).toMatchObject({ pages: 16, title: 'More than a yes: slides', tagged: true, language: 'en-GB' });
    expect(slides.size).toEqual([960, 540]);
    expect(slides.text).toContain('When is it OK to ask again?');
    expect(slides.text).toContain('Ms Rahman, room B4, any break · Childline 0800 1111');
    expect(slides.text).toContain('Threatening to share an intimate image is a crime.');
    expect(slides.structure).toContain('Two rounds side by side, one dark green and one pink, that overlap a little.');
  });

  it('makes notes that hold every word to be spoken, with the frame’s own lines', async () => {
    const notes = await openPdf(join(out, 'ks4-gallery-1-teacher-notes-millbrook.pdf'));
    expect(notes.text).toContain('I can’t promise to keep a secret.');
    expect(notes.text).toContain('Mr Osei, room A1');
    expect(notes.text).toContain('The hardest part is minutes 30 to 40.');
    expect(notes.text).toContain('Split after minute 30');
    expect(notes.outline).toContain('Sam and Ash');
    expect(notes.text).not.toContain('$');
  });

  it('keeps answers off the worksheet and puts them on the answer sheet', async () => {
    const worksheet = await openPdf(join(out, 'ks4-gallery-1-worksheet-millbrook.pdf'));
    const answers = await openPdf(join(out, 'ks4-gallery-1-answers-millbrook.pdf'));
    for (const answer of ['When the other person has said that it is.', 'It leaves one answer only.', 'Near caring.']) {
      expect(worksheet.text).not.toContain(answer);
      expect(answers.text).toContain(answer);
    }
    expect(worksheet.text).toContain('Need to talk?');
    const cards = await openPdf(join(out, 'ks4-gallery-1-cards-millbrook.pdf'));
    expect(worksheet.text).not.toContain('Dev asks Lou');
    expect(cards.text).toContain('Dev asks Lou to share a password.');
  });

  it('says in the properties what it is, for whom, whose, and that nobody has reviewed it', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '');
    const undated = temporaryFolder();
    const wish = { what: ['ks4-gallery-1'], kinds: ['slides'], content: fixture('gallery') };
    await build({ ...wish, profiles: ['millbrook'], out: undated });
    vi.unstubAllEnvs();
    const { properties } = await openPdf(join(undated, 'ks4-gallery-1-slides-millbrook.pdf'));
    expect(properties).toMatchObject({
      Title: 'More than a yes: slides',
      Author: 'Millbrook School',
      Subject: 'Slides for Year 10, ages 14 to 16. Unit 3 Every layout · Lesson 1. Draft, not reviewed.',
      Keywords: expect.stringContaining('PSHE education, Key stage 4, Every layout, '),
      CreationDate: 'D:20261124000000Z',
      ModDate: 'D:20261124000000Z',
    });
  });

  it('names the licence of the library’s own lessons, and none for those of others', async () => {
    const own = temporaryFolder();
    await build({ what: ['tutor-cea'], bands: ['ks3'], kinds: ['worksheet'], out: own });
    expect(readFileSync(join(own, 'tutor-cea-ks3-worksheet.pdf'), 'utf8')).toContain('pshe-packs, CC BY 4.0');
    expect(readFileSync(join(out, 'ks4-gallery-1-worksheet-millbrook.pdf'), 'utf8')).not.toContain('CC BY');
  });

  it('takes the date from SOURCE_DATE_EPOCH where that is set', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1000000000');
    const dated = temporaryFolder();
    await build({ what: ['ks4-gallery-1'], kinds: ['answers'], content: fixture('gallery'), out: dated });
    vi.unstubAllEnvs();
    const { properties } = await openPdf(join(dated, 'ks4-gallery-1-answers.pdf'));
    expect(properties.CreationDate).toBe('D:20010909014640Z');
  });
});

describe('a date that no document can bear', () => {
  it('stops the build before it begins', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '99999999999999');
    const wish = { what: ['ks4-gallery-1'], kinds: ['answers'], content: fixture('gallery'), out: temporaryFolder() };
    await expect(build(wish)).rejects.toThrow('SOURCE_DATE_EPOCH is “99999999999999”');
    vi.unstubAllEnvs();
  });
});

describe('a school with long names', () => {
  it('gets every document, each with its people in it', async () => {
    const out = temporaryFolder();
    const profiles = [fixture('northgate.yaml')];
    const { failed, made } = await build({ what: ['ks3-respect-1', 'tutor-cea', 'campaign-cea'], profiles, out });
    expect(failed.map(({ job, findings }) => [job.path, ...findings.map(({ args }) => args.amount)])).toEqual([]);
    for (const { path, kind } of made.filter(({ kind }) => kind === 'slides' || kind === 'worksheet')) {
      expect((await openPdf(join(out, path))).text, kind).toContain('Mrs Helen Carter-Whitfield');
    }
  });
});

describe('what a build does to the output folder', () => {
  it('refuses a whole band when a session of that band has an error', async () => {
    const session = readFileSync(join(root, 'lessons/sessions/tutor-cea.yaml'), 'utf8');
    const content = contentWith({ 'sessions/tutor-cea.yaml': session.replace('minutes: 20', 'minutes: 21') });
    expect((await build({ what: ['ks3'], content, out: temporaryFolder() })).refused).toBe(true);
    expect((await build({ what: ['ks3-respect-1'], content, out: temporaryFolder(), dryRun: true })).refused).toBe(
      false,
    );
  });

  it('makes no document with a mark that nothing fills in', async () => {
    const campaign = readFileSync(join(root, 'lessons/campaigns/campaign-cea.yaml'), 'utf8');
    const content = contentWith({
      'campaigns/campaign-cea.yaml': campaign.replace(
        'do: Ask gently. Listen. Call for advice, sure or not.',
        'do: See $service.pace.web',
      ),
      'profiles/abroad.yaml': 'id: abroad\nname: Abroad School\nkind: school\nnation: scotland\n',
    });
    const { failed } = await build({ what: ['campaign-cea'], profiles: ['abroad'], content, out: temporaryFolder() });
    expect(failed.map(({ reason }) => reason)).toEqual(Array(7).fill(expect.stringContaining('$service.pace.web')));
  });

  it('removes what the same lesson no longer makes, and nothing else', async () => {
    const content = copyOfFixture('gallery');
    const out = temporaryFolder();
    writeFileSync(join(out, 'ks4-gallery-1-answers-of-mine.pdf'), 'mine');
    await build({ what: ['ks4-gallery-1'], kinds: ['worksheet', 'slides'], content, out });
    const file = join(content, 'lessons/ks4/gallery/ks4-gallery-1.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/ {4}worksheet:\n(?: {6}.*\n)+/g, ''));
    const { removed } = await build({ what: ['ks4-gallery-1'], kinds: ['slides'], content, out });
    expect(removed).toEqual(['ks4-gallery-1-worksheet.pdf']);
    expect(readdirSync(out).sort()).toEqual([
      'ks4-gallery-1-answers-of-mine.pdf',
      'ks4-gallery-1-slides.pdf',
      'manifest.json',
    ]);
  });

  it('leaves documents of other kinds and schools in their place', async () => {
    const out = temporaryFolder();
    const wish = { what: ['ks4-gallery-1'], kinds: ['slides'], content: fixture('gallery'), out };
    await build({ ...wish, profiles: ['millbrook'] });
    await build({ ...wish, kinds: ['worksheet'] });
    expect(manifestOf(out).documents.map(({ path }) => path)).toEqual([
      'ks4-gallery-1-slides-millbrook.pdf',
      'ks4-gallery-1-worksheet.pdf',
    ]);
  });

  it('touches nothing when the content has errors', async () => {
    const content = copyOfFixture('gallery');
    const out = temporaryFolder();
    const wish = { what: ['ks4-gallery-1'], kinds: ['slides'], content, out };
    await build(wish);
    const before = readFileSync(join(out, 'ks4-gallery-1-slides.pdf'));
    change(content, 'topics: [equal-relationships]', 'topics: [equal-relationship]');
    const result = await build(wish);
    expect(result).toMatchObject({ refused: true, made: [] });
    expect(readFileSync(join(out, 'ks4-gallery-1-slides.pdf'))).toEqual(before);
  });

  it('builds in spite of errors when asked to, and says so on every page', async () => {
    const content = copyOfFixture('gallery');
    const out = temporaryFolder();
    change(content, 'topics: [equal-relationships]', 'topics: [equal-relationship]');
    const result = await build({ what: ['ks4-gallery-1'], content, out, allowErrors: true });
    expect(result.failed).toEqual([]);
    for (const { path, pages } of result.made) {
      const { text } = await openPdf(join(out, path));
      expect(text.match(/Not checked/g)?.length, path).toBeGreaterThanOrEqual(pages);
    }
  });

  it('refuses a lesson without a text for one of its bands even then', async () => {
    const text = readFileSync(join(root, 'lessons/sessions/tutor-cea.yaml'), 'utf8');
    const lacking = text.replace(/^ *ks5: .*\n/m, '');
    expect(lacking).not.toBe(text);
    const content = contentWith({ 'sessions/tutor-cea.yaml': lacking });
    const wish = { content, what: ['tutor-cea'], out: temporaryFolder(), allowErrors: true };
    const { refused, findings } = await build(wish);
    expect(refused).toBe(true);
    expect(findings.map(({ rule }) => rule)).toContain('band-map-complete');
  });

  it('says what would be made, and makes nothing, in a dry run', async () => {
    const out = join(temporaryFolder(), 'none');
    const { planned } = await build({ what: ['campaign-cea'], out, dryRun: true });
    expect(planned.map(({ path }) => path)).toContain('campaign-cea-public-poster-a3.pdf');
    expect(existsSync(out)).toBe(false);
  });
});

describe('no broken file harms what was there', () => {
  const cases = join(root, 'tests/cli/check');
  it.each(readdirSync(cases).filter((name) => existsSync(join(cases, name, 'lessons'))))('%s', async (name) => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'campaign-cea-public-poster-a4.pdf'), 'the former poster');
    // A broken profile harms only those who name it.
    const folder = join(cases, name, 'lessons/profiles');
    const profiles = existsSync(folder) ? readdirSync(folder).map((file) => file.replace('.yaml', '')) : [];
    const result = await build({ content: join(cases, name), profiles, out, browser: process.execPath });
    expect(result.refused).toBe(true);
    expect(readdirSync(out)).toEqual(['campaign-cea-public-poster-a4.pdf']);
    expect(readFileSync(join(out, 'campaign-cea-public-poster-a4.pdf'), 'utf8')).toBe('the former poster');
  });
});

describe('documents that can’t be made', () => {
  it('are reported at the field that is too long, and stop no other', async () => {
    const content = copyOfFixture('gallery');
    const out = temporaryFolder();
    change(content, 'points: [Time to think,', `points: [${'Time to think about it all '.repeat(14)},`);
    const { failed, made } = await build({ what: ['ks4-gallery-1'], content, out });
    expect(made.map(({ kind }) => kind).sort()).toEqual(['answers', 'cards', 'class-kit', 'worksheet']);
    // What shows the slides as they are can't be made without them.
    expect(failed.map(({ job }) => job.kind).sort()).toEqual(['review-copy', 'slides', 'teacher-notes']);
    const finding = failed.find(({ job }) => job.kind === 'slides')?.findings[0];
    expect(finding).toMatchObject({ rule: 'too-long', args: { document: 'slides', direction: 'down' } });
    expect(finding?.text.split('\n')[(finding?.range.line ?? 0) - 1]).toContain('Friends who know');
    expect(finding?.where).toContain('slide 2 (points)');
    for (const kind of ['review-copy', 'teacher-notes']) {
      const copied = failed.find(({ job }) => job.kind === kind);
      expect(copied?.reason).toBeNull();
      expect(copied?.findings).toMatchObject([
        { rule: 'too-long', where: finding?.where, args: { document: 'slides' } },
      ]);
    }
  });

  it('are reported once for all that stands below, and name the picture that takes the room', async () => {
    const content = copyOfFixture('gallery');
    const picture = 'picture: { file: pictures/two-rounds.svg, alt: Two round shapes }';
    change(content, 'layout: scenario', `layout: scenario\n        ${picture}`);
    const { failed } = await build({ what: ['ks4-gallery-1'], kinds: ['slides'], content, out: temporaryFolder() });
    const findings = failed.flatMap((one) => one.findings).map(inWords);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hint).toContain('leave out the picture “Two round shapes”');
  });

  it('are reported at the title when it is the title that takes the room', async () => {
    const content = copyOfFixture('gallery');
    change(content, 'title: What leaves room', `title: ${'What leaves room for an answer '.repeat(5)}`);
    const { failed } = await build({ what: ['ks4-gallery-1'], kinds: ['slides'], content, out: temporaryFolder() });
    const finding = failed[0]?.findings[0];
    expect(finding?.text.split('\n')[(finding?.range.line ?? 0) - 1]).toContain('title: What leaves room');
  });

  it('include those with a picture that can’t be drawn', async () => {
    const content = copyOfFixture('gallery');
    // Sound, as far as anybody sees who does not draw it.
    const nothing = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><path d="M0 0h9v9z"/></svg>';
    writeFileSync(join(content, 'lessons/ks4/gallery/pictures/two-rounds.svg'), nothing);
    const { failed } = await build({ what: ['ks4-gallery-1'], kinds: ['slides'], content, out: temporaryFolder() });
    const finding = failed[0]?.findings[0];
    expect(finding).toMatchObject({ rule: 'picture-file', args: { problem: 'unreadable' } });
    expect(finding?.text.split('\n')[(finding?.range.line ?? 0) - 1]).toContain('file: pictures/two-rounds.svg');
  });

  it('never include a picture from outside, through a link neither', async () => {
    const content = copyOfFixture('gallery');
    const elsewhere = temporaryFolder();
    const picture = join(content, 'lessons/ks4/gallery/pictures/two-rounds.svg');
    renameSync(picture, join(elsewhere, 'secret.svg'));
    symlinkSync(join(elsewhere, 'secret.svg'), picture);
    const result = await build({ what: ['ks4-gallery-1'], kinds: ['slides'], content, out: temporaryFolder() });
    expect(result.refused).toBe(true);
    expect(result.findings[0]).toMatchObject({ rule: 'picture-file', args: { problem: 'outside' } });
  });

  it('fail before any work when the folder can’t be made', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'out'), 'a file in the way');
    const doing = build({ what: ['ks4-gallery-1'], content: fixture('gallery'), out: join(folder, 'out') });
    await expect(doing).rejects.toThrow('can’t be written');
    rmSync(join(folder, 'out'));
    mkdirSync(join(folder, 'out'));
  });
});
