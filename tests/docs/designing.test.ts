import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wcagContrast } from 'culori';
import { expect, it } from 'vitest';
import { pagePictures } from '../../scripts/page-pictures.js';
import { build } from '../../src/build/build.js';
import { contentWith, temporaryFolder, writeInto } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { root } from '../helpers/pshe.js';
import { copyOfTool } from '../helpers/tool.js';

const page = readFileSync(join(root, 'docs/designing.md'), 'utf8');
const example = (kind: string) => new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

it('the theme of the guide for designers gives its colours, and keeps its own rules', async () => {
  const theme = example('css theme');
  const role = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(theme)?.[1] ?? '';
  for (const ground of ['ground', 'light', 'vivid', 'paper', 'wash'])
    expect(wcagContrast(role('ink'), role(ground)), ground).toBeGreaterThanOrEqual(4.5);
  for (const ground of ['paper', 'wash'])
    expect(wcagContrast(role('accent'), role(ground)), ground).toBeGreaterThanOrEqual(4.5);
  expect(wcagContrast('#ffffff', role('deep'))).toBeGreaterThanOrEqual(4.5);

  const content = contentWith({});
  writeInto(content, 'templates/base/your-own.css', theme);
  const out = temporaryFolder();
  const { failed } = await build({ what: ['ks3-respect-1'], kinds: ['slides'], content, out });
  expect(failed).toEqual([]);
  const [cover] = await pagePictures(readFileSync(join(out, 'ks3-respect-1-slides.pdf')), (_size, number) =>
    number === 1 ? 1 : null,
  );
  const [r = 0, g = 0, b = 0] = cover?.getContext('2d').getImageData(4, 4, 1, 1).data ?? [];
  expect(`#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`).toBe(role('ground'));
});

it('the kind of the guide for designers is made', async () => {
  const { folder, build: buildTool, node } = copyOfTool();
  writeFileSync(join(folder, 'src/documents/bookmark.ts'), example('ts kind'));
  const index = join(folder, 'src/documents/index.ts');
  writeFileSync(
    index,
    readFileSync(index, 'utf8')
      .replace("import { answers } from './answers.js';", "$&\nimport { bookmark } from './bookmark.js';")
      .replace('  classKit,\n', '  classKit,\n  bookmark,\n'),
  );
  mkdirSync(join(folder, 'templates/bookmark'));
  writeFileSync(join(folder, 'templates/bookmark/page.hbs'), example('hbs kind'));
  writeFileSync(join(folder, 'templates/bookmark/style.css'), example('css kind'));
  await buildTool();
  await node('bin/pshe.js', 'build', 'ks3-respect-1', '--kind', 'bookmark', '--profile', 'millbrook');
  const { pages, text } = await openPdf(join(folder, 'out/ks3-respect-1-bookmark-millbrook.pdf'));
  expect(pages).toBe(1);
  expect(text).toContain('What good feels like');
  expect(text).toContain('Childline');
}, 240_000);
