import { dirname, extname, join, relative, sep } from 'node:path';
import { filesBelow } from '../../library/links.js';
import { top } from '../../library/place.js';
import { defineRule } from '../rule.js';
import { pictureField, textsIn } from '../walk.js';

/** A picture that nothing uses was forgotten, or its place is. */
export const fileUsed = defineRule<{ file: string }>({
  id: 'file-used',
  group: 'form',
  severity: 'warn',
  about: 'Every picture beside the content is used.',
  message: ({ file }) => `Nothing uses the picture “${file}”.`,
  hint: () => 'Use it in a lesson, or delete it.',
  *check(library) {
    const used = new Set(
      textsIn(library, pictureField).map(({ entry, value }) => join(dirname(entry.source.path), value)),
    );
    // What lies in lower folders is not this author’s to delete.
    for (const folder of library.folders.slice(-1)) {
      for (const path of picturesIn(folder)) {
        if (used.has(path)) continue;
        const file = relative(dirname(folder), path).split(sep).join('/');
        yield this.within({ name: file, text: '' }, top, { file });
      }
    }
  },
});

function picturesIn(folder: string): string[] {
  return filesBelow(folder)
    .filter((name) => ['.svg', '.png', '.jpg', '.jpeg'].includes(extname(name).toLowerCase()))
    .map((name) => join(folder, name));
}
