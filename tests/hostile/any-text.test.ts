import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { canShow } from '../../src/html/coverage.js';
import { checkExample } from '../helpers/check-example.js';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';

const shown = Array.from({ length: 0x2200 }, (_one, code) => String.fromCodePoint(code)).filter((one) => canShow(one));
/** Anything at all, what means something in YAML, HTML, CSS, templates or here, and letters that the fonts have. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'$_~{}[]<>&"\'`*#:|>%@!?-=;/\\ \t\n\u00A0’“a1'), minLength: 1, maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...shown), minLength: 1, maxLength: 30 }),
);

/** What a reader has before them: white space is one, and marks of emphasis are no letters. */
const bare = (text: string) => text.normalize('NFC').replace(/[\s_~\u00AD]+/gu, '');

it('any text at all is refused by the check, or stands in the PDF as it was written', {
  timeout: 120_000,
}, async () => {
  const seed = Date.now() % 2 ** 31;
  const texts = fc.sample(anything, { numRuns: 80, seed });
  const passed: string[] = [];
  for (const text of texts) {
    const found = await checkExample({ step: `say: ${JSON.stringify(text)}\n` });
    if (!found.some(({ severity }) => severity === 'error')) passed.push(text);
  }
  expect(passed.length, `seed ${seed}`).toBeGreaterThan(10);
  const folder = exampleFolder({});
  const lesson = join(folder, 'lessons/ks3/ours/ks3-ours-1.yaml');
  // A step says up to four of them, since an activity has up to thirty steps.
  const said = passed.map((text, index) => `Text ${index} begins ${text} ends.`);
  const steps = Array.from({ length: Math.ceil(said.length / 4) }, (_step, index) =>
    said.slice(index * 4, index * 4 + 4),
  )
    .map((four) => `      - say: ${JSON.stringify(four.join(' '))}\n`)
    .join('');
  writeFileSync(
    lesson,
    readFileSync(lesson, 'utf8').replace(/^ {6}- say: Jude meant no harm.*\n/m, () => steps),
  );
  const out = temporaryFolder();
  const wish = { content: folder, what: ['ks3-ours-1'], kinds: ['teacher-notes'], out, allowErrors: true };
  const { failed } = await build(wish);
  expect(
    failed.map(({ reason }) => reason),
    `seed ${seed}`,
  ).toEqual([]);
  const text = bare((await openPdf(join(out, 'ks3-ours-1-teacher-notes.pdf'))).text);
  for (const one of said) expect(text.includes(bare(one)), `${JSON.stringify(one)}, seed ${seed}`).toBe(true);
});
