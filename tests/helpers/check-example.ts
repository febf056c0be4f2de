import { existsSync, readdirSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { Levels } from '../../src/check/levels.js';
import type { FindingInWords } from '../../src/check/run.js';
import { checkLibrary, inWords } from '../../src/check/run.js';
import { packagedLessons } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { findProfiles } from '../../src/library/profiles.js';
import type { Band, Example } from './examples.js';
import { exampleFolder, referenceOnly } from './examples.js';

/** The ids of what comes with the tool, and the folders of its units. */
const packagedIds = readdirSync(packagedLessons, { recursive: true, encoding: 'utf8' })
  .filter((name) => !name.startsWith('reference'))
  .map((name) => name.replace(/^(ks[345])[/\\]([a-z]+)$/, '$1-$2'))
  .map((name) => basename(name, '.yaml'))
  .filter((name) => name.includes('-'));

/** The library under an example: without its lessons, unless the example names one, since reading all of them takes its time. */
function libraryUnder(example: Example): string {
  const text = JSON.stringify(example).replaceAll('/', '-');
  return packagedIds.some((id) => text.includes(id)) ? packagedLessons : referenceOnly();
}

/** Puts the pieces of an example into a small library and checks it. */
export async function checkExample(
  example: Example,
  band: Band = 'ks3',
  levels: Levels = {},
): Promise<FindingInWords[]> {
  const folder = exampleFolder(example, band);
  const library = await loadLibrary([libraryUnder(example), join(folder, 'lessons')], folder, '2026-12-01');
  const schools = join(folder, 'schools.csv');
  if (existsSync(schools)) await findProfiles(library, [schools]);
  // What is found in the library that comes with the tool has a test of its own.
  return checkLibrary(library, { levels, isWanted: ({ path }) => path.startsWith(folder) })
    .filter(({ file }) => !isAbsolute(file))
    .map(inWords);
}
