import { plansOf } from '../../library/library.js';
import type { Path } from '../../library/place.js';
import { defineRule } from '../rule.js';
import { walk } from '../walk.js';

/** A comma inside `[ ]` divides a cell in two: the table would come out crooked. */
export const tableColumns = defineRule<{ cells: number; columns: number }>({
  id: 'table-columns',
  group: 'form',
  severity: 'error',
  fixed: 'Without it a document would show what was typed, or nothing at all.',
  about: 'Each row of a table has one cell for each column.',
  message: ({ cells, columns }) => `This row has ${cells} cells, but the table has ${columns} columns.`,
  hint: ({ cells, columns }) =>
    cells > columns
      ? 'A comma inside [ ] begins a new cell. Write each cell on a line of its own, after a dash.'
      : 'Add the cells that are missing; an empty one is written …',
  *check(library) {
    for (const entry of plansOf(library)) {
      for (const { value, path } of walk(entry)) {
        const table = value as { layout?: unknown; columns?: unknown; rows?: unknown } | null;
        if (table === null || typeof table !== 'object' || table.layout !== 'table') continue;
        if (!Array.isArray(table.columns) || !Array.isArray(table.rows)) continue;
        const columns = table.columns.length;
        for (const [index, row] of table.rows.entries()) {
          const to: Path = [...path, 'rows', index];
          if (Array.isArray(row) && row.length !== columns) {
            yield this.at(entry.source, to, { cells: row.length, columns });
          }
        }
      }
    }
  },
});
