import { readdirSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { defineRule } from '../rule.js';
import { authored, walk } from '../walk.js';

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
      authored(library).flatMap((entry) =>
        [...walk(entry)].flatMap(({ value, path }) =>
          path.at(-1) === 'file' && typeof value === 'string' ? join(dirname(entry.source.path), value) : [],
        ),
      ),
    );
    // What lies in lower folders is not this author’s to delete.
    for (const folder of library.folders.slice(-1)) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        const path = join(folder, name);
        if (!['.svg', '.png', '.jpg', '.jpeg'].includes(extname(name).toLowerCase()) || used.has(path)) continue;
        const shown = relative(dirname(folder), path).split(sep).join('/');
        const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
        yield this.within({ name: shown, text: '' }, range, { file: shown });
      }
    }
  },
});
