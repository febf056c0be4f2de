import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { readAloud } from '../helpers/pdf.js';

const out = temporaryFolder();
const what = ['ks4-gallery', 'campaign-gallery', 'guide-gallery-card'];
const guides = ['parent-guide', 'staff-briefing', 'lead-sheet'].map((kind) => `guide-gallery-${kind}`);
const { made, failed } = await build({
  what: [...what, ...guides],
  content: fixture('gallery'),
  profiles: ['millbrook'],
  out,
});

describe('every kind of document, read aloud', () => {
  it('is made', () => {
    expect(failed).toEqual([]);
  });

  it.each(made.filter(({ format }) => format === 'pdf').map(({ path }) => path))('%s', async (path) => {
    const heard = readAloud(readFileSync(join(out, path)));
    await expect(heard).toMatchFileSnapshot(`aloud/${path.replace('.pdf', '.txt')}`);
  });
});
