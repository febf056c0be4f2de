import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { PageFacts } from '../../src/browser/facts.js';
import { openFinisher } from '../../src/build/finisher.js';
import type { PrintedPdf } from '../../src/formats/pdf/finish-and-check.js';
import { finishAndCheck } from '../../src/formats/pdf/finish-and-check.js';
import { fixture } from '../helpers/folders.js';

const folder = fixture('printed');
const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as PageFacts;
const printed = (bytes = readFileSync(join(folder, name))): PrintedPdf => ({
  bytes,
  facts,
  identity: {
    title: 'Room to ask',
    author: 'Millbrook School',
    subject: 'A page. Draft, not reviewed.',
    keywords: ['PSHE education'],
    language: 'en-GB',
    licence: null,
    creator: 'pshe-packs',
    date: new Date('2026-11-01T00:00:00Z'),
  },
  bleed: 0,
});
const expected = finishAndCheck(printed());
const finishers: ReturnType<typeof openFinisher>[] = [];
afterAll(() => Promise.all(finishers.map((finisher) => finisher.close())));
const open = (...limits: Parameters<typeof openFinisher>) => {
  const finisher = openFinisher(...limits);
  finishers.push(finisher);
  return finisher;
};

it('gives the same bytes and finds the same in its thread as here', async () => {
  const finisher = open();
  const all = await Promise.all(Array.from({ length: 6 }, () => finisher.finish(printed())));
  for (const { bytes, pages, problems } of all) {
    expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
    expect({ pages, problems }).toEqual({ pages: expected.pages, problems: expected.problems });
  }
});

it('says what is wrong with a document, and goes on with the others', async () => {
  const finisher = open();
  const work = Array.from({ length: 6 }, (_none, index) =>
    finisher.finish(index % 3 === 0 ? printed(Buffer.from('no PDF at all')) : printed()),
  );
  for (const [index, answer] of (await Promise.allSettled(work)).entries()) {
    if (index % 3 > 0) expect(answer.status).toBe('fulfilled');
    else expect(answer).toMatchObject({ reason: { message: expect.stringContaining('of an unknown form') } });
  }
});

it('starts again when its thread has ended, and loses no more than what that was at', async () => {
  const finisher = open({ maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 });
  const headings = Array.from({ length: 300_000 }, (_none, level) => ({ level, text: 'Too much' }));
  const tooMuch = () => finisher.finish({ ...printed(), facts: { ...facts, headings } });
  await expect(tooMuch()).rejects.toThrow('memory');
  const { bytes } = await finisher.finish(printed());
  expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
});
