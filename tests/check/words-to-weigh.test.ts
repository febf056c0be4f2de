import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { checkExample } from '../helpers/check-example.js';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';

it('words that only a person can weigh are no finding, and stand in the review copy of the bands that read them', async () => {
  const example = {
    unit: 'bands: [ks3, ks4]\n',
    lesson: 'bands: [ks3, ks4]\n',
    step: 'say: { ks3: Nobody calls Amara that., ks4: Nobody calls Amara a victim. }\n',
  };
  expect((await checkExample(example)).map(({ rule }) => rule)).not.toContain('wording');
  const out = temporaryFolder();
  const { made } = await build({ what: ['ks3-ours-1'], kinds: ['review-copy'], content: exampleFolder(example), out });
  expect(made).toHaveLength(2);
  for (const { path, band } of made) {
    const { text } = await openPdf(join(out, path));
    expect(text.includes('Words to weigh'), String(band)).toBe(band === 'ks4');
    expect(text.includes('“victim”'), String(band)).toBe(band === 'ks4');
  }
});
