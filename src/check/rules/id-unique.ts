import type { Entry } from '../../library/library.js';
import { signables } from '../../sign-off/parts.js';
import { defineRule, fixedFor } from '../rule.js';

/** Two files with one id would overwrite each other's documents. */
export const idUnique = defineRule<{ id: string; other: string }>({
  id: 'id-unique',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.identity,
  about: 'No two files, and no two entries of a list, have the same id.',
  message: ({ id, other }) => `The id “${id}” is already taken by ${other}.`,
  hint: () => 'Give one of the two another id.',
  // Within one kind of file, reading has found it already.
  *check(library) {
    const seen = new Map<string, Entry<unknown>>();
    for (const entry of signables(library)) {
      const { id } = entry.value;
      const other = seen.get(id);
      if (other) yield this.at(entry.source, ['id'], { id, other: other.source.name });
      else seen.set(id, entry);
    }
  },
});
