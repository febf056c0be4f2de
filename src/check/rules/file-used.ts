import { dirname, extname, join, relative, sep } from 'node:path';
import { filesBelow } from '../../library/links.js';
import { top } from '../../library/place.js';
import { defineRule } from '../rule.js';

/** A picture that nothing uses was forgotten, or its place is. */
export const fileUsed = defineRule<{ file: string }>({
  id: 'file-used',
  group: 'form',
  severity: 'warn',
  about: 'Every picture beside the content is used.',
  message: ({ file }) => `Nothing uses the picture “${file}”.`,
  hint: () => 'Use it in a lesson, or delete it.',
  values(library) {
    const used = new Set<string>();
    return {
      look: ({ entry, value, path }) => {
        if (path.at(-1) === 'file' && typeof value === 'string') used.add(join(dirname(entry.source.path), value));
        return [];
      },
      // What lies in lower folders is not this author’s to delete.
      end: () =>
        library.folders.slice(-1).flatMap((folder) =>
          picturesIn(folder)
            .filter((path) => !used.has(path))
            .map((path) => {
              const file = relative(dirname(folder), path).split(sep).join('/');
              return this.within({ name: file, text: '' }, top, { file });
            }),
        ),
    };
  },
});

function picturesIn(folder: string): string[] {
  return filesBelow(folder)
    .filter((name) => ['.svg', '.png', '.jpg', '.jpeg'].includes(extname(name).toLowerCase()))
    .map((name) => join(folder, name));
}
