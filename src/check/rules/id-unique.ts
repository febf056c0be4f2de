import type { Entry } from '../../library/library.js';
import type { Signable } from '../../sign-off/parts.js';
import { signables } from '../../sign-off/parts.js';
import { defineRule, fixedFor } from '../rule.js';

/** Two files with one id would overwrite each other's documents. */
export const idUnique = defineRule<{ id: string; other: string; part: string | null }>({
  id: 'id-unique',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.identity,
  about: 'No two files, and no two entries of a list, have the same id, or documents of the same name.',
  message: ({ id, other, part }) =>
    part === null
      ? `The id “${id}” is already taken by ${other}.`
      : `Documents of ${other} for “${part}” are named “${id}” too.`,
  hint: () => 'Give one of the two another id.',
  // Within one kind of file, reading has found it already.
  *check(library) {
    const seen = new Map<string, Entry<unknown>>();
    const all = signables(library);
    const parts = new Map(
      all.flatMap((entry) => partsOf(entry.value).map((part) => [`${entry.value.id}-${part}`, { entry, part }])),
    );
    for (const entry of all) {
      const { id } = entry.value;
      const other = seen.get(id);
      const whole = parts.get(id);
      if (other) yield this.at(entry.source, ['id'], { id, other: other.source.name, part: null });
      else if (whole) yield this.at(entry.source, ['id'], { id, other: whole.entry.source.name, part: whole.part });
      else seen.set(id, entry);
    }
  },
});

/** What stands behind the id in the names of documents: bands, or posters and pictures, where there are several. */
function partsOf(value: Signable): string[] {
  const posters = 'posters' in value ? value.posters.map(({ id }) => id) : [];
  const pictures = 'posters' in value ? (value.social ?? []).map(({ id }) => id) : [];
  const bands = 'bands' in value ? (value.bands ?? []) : [];
  return [bands, posters].flatMap((list) => (list.length > 1 ? list : [])).concat(pictures);
}
