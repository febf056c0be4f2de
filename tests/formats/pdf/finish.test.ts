import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../src/browser/facts.js';
import { finishPdf } from '../../../src/formats/pdf/finish.js';
import type { DocumentIdentity } from '../../../src/formats/pdf/identity.js';
import { selfCheck } from '../../../src/formats/pdf/self-check.js';
import { fixture } from '../../helpers/folders.js';
import { drawPages, greatestDifference, readAloud } from '../../helpers/pdf.js';

const folder = fixture('printed');
const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as PageFacts;
const versions = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
const identity: DocumentIdentity = {
  title: 'Everything a page may hold (“all” of it)',
  author: 'Millbrook <School> & friends',
  subject: 'A page. Draft, not reviewed.',
  keywords: ['PSHE education', 'respect'],
  language: 'en-GB',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  creator: 'pshe-packs',
  date: new Date('2026-11-01T00:00:00Z'),
};

it('is refused where it is not what a browser prints', () => {
  for (const text of ['', '%PDF-1.7\nnothing', 'no PDF at all']) {
    expect(() => finishPdf(Buffer.from(text), facts, identity)).toThrow('of an unknown form');
  }
});

describe.each(versions)('what %s prints', (name) => {
  const printed = readFileSync(join(folder, name));
  const finished = finishPdf(printed, facts, identity);

  it('is finished so that nothing is wrong with it', () => {
    expect(selfCheck(finished, facts, identity)).toEqual({ pages: 6, problems: [] });
  });

  it('is read aloud as what it is', async () => {
    await expect(readAloud(finished)).toMatchFileSnapshot('aloud/everything.txt');
  });

  it('looks the same to the pixel', async () => {
    const before = await drawPages(printed);
    expect(before).toHaveLength(6);
    expect(greatestDifference(before, [...before].reverse())).toBe(255);
    expect(greatestDifference(await drawPages(finished), before)).toBe(0);
  });

  it('depends on nothing but what goes in', () => {
    const again = finishPdf(withOtherIds(printed), facts, identity);
    expect(again.equals(finished)).toBe(true);
  });

  it('is no longer once it is finished', () => {
    expect(finished.length).toBeLessThan(printed.length * 1.05);
  });
});

/** The same PDF as a browser would print it that has been running for longer, on another day. */
function withOtherIds(pdf: Buffer): Buffer {
  const text = pdf
    .toString('latin1')
    .replace(
      /\(node(\d{8})\)/g,
      (_id, digits: string) => `(node${String(90_000_000 - Number(digits)).padStart(8, '0')})`,
    )
    .replace(/\(D:\d{14}/g, '(D:20010101000000');
  return Buffer.from(text, 'latin1');
}
