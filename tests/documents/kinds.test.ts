import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { copyOfFixture, fixture, temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';

const content = fixture('gallery');
const out = temporaryFolder();

describe('pictures for social media', async () => {
  const { made } = await build({ what: ['campaign-gallery'], kinds: ['social'], content, profiles: ['somerset'], out });

  it('have the size that their name says', () => {
    const pictures = made.filter(({ format }) => format === 'png');
    expect(pictures.map(({ size }) => size)).toEqual(['1080x1350', '1080x1920', '1200x630', '1920x1080']);
    for (const { path, size } of pictures) {
      const file = readFileSync(join(out, path));
      expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
      // The header chunk (PNG specification, 11.2.2): width and height in the first eight bytes.
      expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`).toBe(size);
    }
  });

  it('come with the words of the post and their alternative text', () => {
    const text = made.find(({ format }) => format === 'txt');
    expect(text?.path).toBe('campaign-gallery-public-post-social-somerset.txt');
    const words = readFileSync(join(out, text?.path ?? ''), 'utf8');
    expect(words).toContain('Where to get advice, on our page, somerset.gov.uk');
    expect(words).toContain('A large pale sun above two sloping bands');
    expect(words).toContain('Draft, not reviewed.');
  });
});

describe('a guide', () => {
  it('is one document for all adults, whatever band is asked for', async () => {
    const { planned } = await build({ what: ['guide-gallery-parent-guide'], bands: ['ks4'], content, dryRun: true });
    expect(planned).toMatchObject([
      { kind: 'parent-guide', band: null },
      { kind: 'slides', band: null },
    ]);
  });

  it('for pupils is one for each band, and keeps them apart', async () => {
    const { made } = await build({ what: ['guide-gallery-card'], content, out });
    expect(made.map(({ path }) => path)).toEqual([
      'guide-gallery-card-ks4-help-card.pdf',
      'guide-gallery-card-ks5-help-card.pdf',
    ]);
    expect((await openPdf(join(out, 'guide-gallery-card-ks4-help-card.pdf'))).text).toContain('Ask anyone in Year 10.');
    expect((await openPdf(join(out, 'guide-gallery-card-ks5-help-card.pdf'))).text).not.toContain('Year 10');
  });

  it('sends adults to the safeguarding lead of the school', async () => {
    await build({ what: ['guide-gallery-lead-sheet'], kinds: ['lead-sheet'], content, profiles: ['millbrook'], out });
    const { text } = await openPdf(join(out, 'guide-gallery-lead-sheet-lead-sheet-millbrook.pdf'));
    expect(text).toContain('Mr Osei');
    expect(text).not.toContain('Ms Rahman');
  });
});

describe('a poster', () => {
  it('names the trusted adult to pupils and the safeguarding lead to staff', async () => {
    const own = copyOfFixture('gallery');
    const file = join(own, 'lessons/campaigns/campaign-gallery.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('audience: public', 'audience: staff').replace('[emergency, local, ', '[school, emergency, '),
    );
    const folder = temporaryFolder();
    await build({ what: ['campaign-gallery'], kinds: ['poster'], content: own, profiles: ['millbrook'], out: folder });
    const people = async (name: string) => {
      const poster = await openPdf(join(folder, `campaign-gallery-${name}-poster-a4-millbrook.pdf`));
      return ['Ms Rahman', 'Mr Osei'].filter((person) => poster.text.includes(person));
    };
    expect(await people('pupils')).toEqual(['Ms Rahman']);
    expect(await people('public')).toEqual(['Mr Osei']);
  });
});

describe('a unit', () => {
  it('counts only the lessons that the school teaches', async () => {
    const own = copyOfFixture('gallery');
    const school = join(own, 'lessons/profiles/small.yaml');
    mkdirSync(join(own, 'lessons/profiles'), { recursive: true });
    writeFileSync(
      school,
      'id: small\nname: Small School\nkind: school\nnation: england\nleave-out:\n  lessons: [ks4-gallery-1]\n',
    );
    const { planned } = await build({
      what: ['campaign-gallery', 'ks4-gallery'],
      profiles: ['small'],
      content: own,
      dryRun: true,
    });
    expect(planned.map(({ lesson }) => lesson)).not.toContain('ks4-gallery');
  });

  it('is asked about, with a page that tells the teacher how to read the answers', async () => {
    await build({ what: ['ks4-gallery'], kinds: ['unit-assessment', 'unit-overview'], content, out });
    const { text, pages } = await openPdf(join(out, 'ks4-gallery-unit-assessment.pdf'));
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(text.indexOf('What leaves room for no?')).toBeLessThan(text.indexOf('For teachers'));
    expect(text.indexOf('Two ways, with a reason.')).toBeGreaterThan(text.indexOf('For teachers'));
    expect((await openPdf(join(out, 'ks4-gallery-unit-overview.pdf'))).text).toContain('1 lesson, 60 minutes');
  });
});

describe('a review copy', () => {
  it('says what the check found in the file', async () => {
    const own = copyOfFixture('gallery');
    const file = join(own, 'lessons/ks4/gallery/ks4-gallery-1.yaml');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Read it slowly.', 'See $service.childlin.'));
    await build({ what: ['ks4-gallery-1'], kinds: ['review-copy'], content: own, out, allowErrors: true });
    const { text } = await openPdf(join(out, 'ks4-gallery-1-review-copy.pdf'));
    expect(text).toContain('childlin');
    expect(text).toContain('Not checked');
    expect(text).toContain('pshe sign-off ks4-gallery-1');
  });
});
