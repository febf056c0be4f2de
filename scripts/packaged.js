// Writes dist/packaged.json: what the files of the packaged library hold, so that they need not be read as YAML each time,
// and the pictures and files in which nothing is wrong, so that they need not be looked through.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { digest } from '../dist/cache/store.js';
import { soundFiles } from '../dist/check/files.js';
import { rules } from '../dist/check/rules/index.js';
import { packagedLessons } from '../dist/library/content.js';
import { loadLibrary } from '../dist/library/load.js';
import { readYaml } from '../dist/library/read.js';
import { pictureTypes, problemOfPicture } from '../dist/pictures/problem.js';

const files = {};
const pictures = [];
const names = await readdir(packagedLessons, { recursive: true });
for (const name of names.filter((name) => name.endsWith('.yaml')).sort()) {
  const bytes = await readFile(join(packagedLessons, name));
  const { source, findings } = readYaml(bytes, name, name);
  // A file with something wrong in it is read each time, so that it is said each time.
  if (source && findings.length === 0) files[digest([bytes])] = source.data;
}
for (const name of names.filter((name) => extname(name) in pictureTypes).sort()) {
  const bytes = await readFile(join(packagedLessons, name));
  if (problemOfPicture(name, bytes) === null) pictures.push(digest([extname(name), bytes]));
}
const write = (sound) =>
  writeFile(new URL('../dist/packaged.json', import.meta.url), JSON.stringify({ files, pictures, sound }));
await write([]);
const library = await loadLibrary([packagedLessons], packagedLessons);
await write(
  soundFiles(
    library,
    rules.filter(({ off }) => off === undefined),
  ),
);
