import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { readAloud } from '../helpers/pdf.js';

const out = temporaryFolder();
const what = ['ks4-gallery-1', 'campaign-gallery'];
const { made } = await build({ what, content: fixture('gallery'), profiles: ['millbrook'], out });

describe('every kind of document, read aloud', () => {
  it.each(made.map(({ path }) => path))('%s', async (path) => {
    const heard = readAloud(readFileSync(join(out, path)));
    await expect(heard).toMatchFileSnapshot(`aloud/${path.replace('.pdf', '.txt')}`);
  });
});
