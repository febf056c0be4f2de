import { readdirSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
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
              const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
              return this.within({ name: file, text: '' }, range, { file });
            }),
        ),
    };
  },
});

function picturesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => ['.svg', '.png', '.jpg', '.jpeg'].includes(extname(name).toLowerCase()))
    .map((name) => join(folder, name));
}
