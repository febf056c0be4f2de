// Writes the British words that the rule on spelling knows into dist/: the dictionary with all its endings applied.
import { readFile, writeFile } from 'node:fs/promises';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';

/** Writes the list, one word a line in the order of its letters, and the licence of the dictionary beside it. */
export async function writeWords(folder) {
  const { data } = nspell(dictionary);
  const words = new Set(Object.keys(data).map((word) => word.toLowerCase().replaceAll('’', "'")));
  await writeFile(new URL('british-words.txt', folder), `${[...words].sort().join('\n')}\n`);
  const licence = new URL('../node_modules/dictionary-en-gb/license', import.meta.url);
  await writeFile(new URL('british-words-licence.txt', folder), await readFile(licence));
}
