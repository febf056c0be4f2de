// Writes dist/digest.txt, which tells this build from any other: what a cache keeps holds only for the build that made it.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('..', import.meta.url);
const names = (await readdir(new URL('dist/', root), { recursive: true }))
  .filter((name) => /\.(?:js|txt)$/.test(name) && name !== 'digest.txt')
  .sort();
const hash = createHash('sha256');
// The versions of all packages are exact there.
for (const name of ['package.json', ...names.map((name) => `dist/${name}`)])
  hash.update(name).update(await readFile(new URL(name, root)));
await writeFile(new URL('dist/digest.txt', root), hash.digest('hex'));
