import type { Band } from '../../library/library.js';
import { bands } from '../../library/library.js';
import type { Path } from '../../library/place.js';
import { isBandMap } from '../../select/age-gate.js';
import { defineRule, fixedFor } from '../rule.js';

/** A comma inside `[ ]` divides a cell in two: the table would come out crooked. */
export const tableColumns = defineRule<{ cells: number; columns: number }>({
  id: 'table-columns',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Each row of a table has one cell for each column.',
  message: ({ cells, columns }) => `This row has ${cells} cells, but the table has ${columns} columns.`,
  hint: ({ cells, columns }) =>
    cells > columns
      ? 'A comma inside [ ] begins a new cell. Write each cell on a line of its own, after a dash.'
      : 'Add the cells that are missing; an empty one is written …',
  value({ entry, value, path }) {
    const table = value as { layout?: unknown; columns?: unknown; rows?: unknown } | null;
    if (table === null || typeof table !== 'object' || table.layout !== 'table') return [];
    return (Array.isArray(table.rows) ? table.rows : []).flatMap((row, index) =>
      pairs(row, table.columns, [...path, 'rows', index]).flatMap(([cells, columns, to]) =>
        cells === columns ? [] : [this.at(entry.source, to, { cells, columns })],
      ),
    );
  },
});

/** How many cells and how many columns there are; once for each band where one of the two differs by band. */
function pairs(row: unknown, columns: unknown, path: Path): [cells: number, columns: number, to: Path][] {
  const found = bands.map((band): [number, number, Path] => [
    lengthFor(row, band),
    lengthFor(columns, band),
    isBandMap(row) ? [...path, band] : path,
  ]);
  const known = found.filter(([cells, own]) => cells >= 0 && own >= 0);
  return isBandMap(row) || isBandMap(columns) ? known : known.slice(0, 1);
}

function lengthFor(value: unknown, band: Band): number {
  const own = isBandMap(value) ? (value as Record<string, unknown>)[band] : value;
  return Array.isArray(own) ? own.length : -1;
}
