import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { start } from '../helpers/pshe.js';

it('content that is saved, half saved and taken away while it is read is built or refused, and right in the end', async () => {
  const content = exampleFolder({
    slide: 'id: bike\nlayout: points\ntitle: A bike\npoints: [Kept., It is red.]\nnotes: A calm one.\n',
  });
  const lesson = join(content, 'lessons/ks3/ours/ks3-ours-1.yaml');
  const whole = readFileSync(lesson, 'utf8');
  const out = temporaryFolder();
  const words = ['build', 'ks3-ours-1', '--kind', 'slides', '--content', content, '--out', out];
  const folder = dirname(lesson);
  const unit = readFileSync(join(folder, 'unit.yaml'), 'utf8');
  const restore = () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'unit.yaml'), unit);
    writeFileSync(lesson, whole);
  };
  const states = [
    () => writeFileSync(lesson, whole.slice(0, whole.length / 2)),
    () => writeFileSync(lesson, whole.replace('It is red.', 'It is blue.')),
    () => rmSync(folder, { recursive: true }),
    restore,
    () => writeFileSync(lesson, ''),
    restore,
  ];
  for (let time = 0; time < 6; time += 1) {
    const { ended } = start(words);
    const state = { over: false };
    const over = ended.then((result) => {
      state.over = true;
      return result;
    });
    for (let change = 0; !state.over; change += 1) {
      states[change % states.length]?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { code, err } = await over;
    // Without the lesson there is nothing of that name; a folder that goes away while it is listed can’t be read.
    expect([0, 1, 2, 3], err).toContain(code);
    expect(err).not.toMatch(/mistake of the tool|\n\s+at /);
    restore();
  }
  writeFileSync(lesson, whole.replace('It is red.', 'It is green.'));
  expect(await start(words).ended).toMatchObject({ code: 0 });
  expect((await openPdf(join(out, 'ks3-ours-1-slides.pdf'))).text).toContain('It is green.');
});
