import type { CsvError } from 'csv-parse/sync';
import { parse } from 'csv-parse/sync';
import type { Finding } from '../check/rule.js';
import type { Problem } from '../check/rules/csv-form.js';
import { csvForm } from '../check/rules/csv-form.js';
import { nearest } from '../terminal/nearest.js';
import type { Path, Range } from './place.js';
import { readBytes, readText } from './read.js';
import type { SourceFile } from './source-file.js';

/** With more wrong than this, it is another table, and nobody reads on. */
const mostAtOnce = 20;

/** The columns of a list of schools, and the field of a profile that each one fills. */
const columns: Readonly<Record<string, Path>> = {
  id: ['id'],
  name: ['name'],
  kind: ['kind'],
  nation: ['nation'],
  'youngest-band': ['youngest-band'],
  adult: ['adult', 'name'],
  'adult-role': ['adult', 'role'],
  'adult-where': ['adult', 'where'],
  lead: ['lead', 'name'],
  'lead-where': ['lead', 'where'],
  deputy: ['deputies', 0, 'name'],
  'deputy-where': ['deputies', 0, 'where'],
  'quiet-place': ['quiet-place'],
  link: ['link'],
  colour: ['colour'],
  logo: ['logos', 0, 'file'],
  'logo-alt': ['logos', 0, 'alt'],
  local: ['services', 0, 'name'],
  'local-phone': ['services', 0, 'phone'],
  'local-note': ['services', 0, 'note'],
  'local-checked': ['services', 0, 'proof', 'checked'],
};

const required = ['id', 'name', 'nation'];

/** One row of the list: its cells, its number and the lines it takes. */
interface Row {
  cells: string[];
  number: number;
  range: Range;
}

/**
 * Reads a list of schools (CSV, RFC 4180; commas, semicolons or tabs between cells): each row as a profile, not yet
 * validated. What is wrong is found at its row and column.
 */
export async function readSchools(path: string, name: string): Promise<{ sources: SourceFile[]; findings: Finding[] }> {
  const file = await readBytes(path, name);
  const read = 'bytes' in file ? readText(file.bytes, name) : file;
  if ('findings' in read) return { sources: [], ...read };
  const { text } = read;
  const lines = text.split(/\r?\n/);
  const found = (problem: Problem, words: string, range = rangeOf(lines, 1, 1), where = '') =>
    csvForm.within(
      { name, text },
      range,
      { problem, words, nearest: problem === 'heading' ? (nearest(words, Object.keys(columns)) ?? null) : null },
      where,
    );
  const rows = rowsOf(text, lines);
  if (!Array.isArray(rows))
    return { sources: [], findings: [found('quote', '', rangeOf(lines, rows.line, rows.line))] };
  const [head, ...schools] = rows;
  const headings = withoutEmptyEnd(head?.cells ?? []).map((heading) =>
    heading.trim().toLowerCase().replace(/[ _]+/g, '-'),
  );
  const wrong = [
    ...headings.filter((heading) => !Object.hasOwn(columns, heading)).map((heading) => found('heading', heading)),
    ...headings
      .filter((heading, index) => headings.indexOf(heading) !== index)
      .map((heading) => found('repeated', heading)),
    ...required.filter((heading) => !headings.includes(heading)).map((heading) => found('missing', heading)),
    ...schools.flatMap((row) => {
      const extra = withoutEmptyEnd(row.cells)[headings.length];
      return extra === undefined ? [] : [found('cells', extra, row.range, `row ${row.number}`)];
    }),
    ...(schools.length === 0 ? [found('none', '')] : []),
  ];
  if (wrong.length > 0) return { sources: [], findings: wrong.slice(0, mostAtOnce) };
  return { sources: schools.map((row) => sourceOf({ path, name, text }, lines, headings, row)), findings: [] };
}

/** Cells without the empty ones that spreadsheets leave at the end of a row. */
function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** The rows of the text, without empty ones; or the line where a quotation mark goes wrong. */
function rowsOf(text: string, lines: readonly string[]): Row[] | { line: number } {
  const first = lines.find((line) => line.trim() !== '')?.replaceAll(/"[^"]*"/g, '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  const delimiter = [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    let line = 1;
    return records.flatMap(({ record, info }, index): Row[] => {
      const range = rangeOf(lines, line, Math.max(line, info.lines));
      line = info.lines + 1;
      return record.every((cell) => cell === '') ? [] : [{ cells: record, number: index + 1, range }];
    });
  } catch (error) {
    return { line: (error as CsvError & { lines?: number }).lines ?? 1 };
  }
}

function rangeOf(lines: readonly string[], line: number, endLine: number): Range {
  return { line, column: 1, endLine, endColumn: (lines[endLine - 1] ?? '').length + 1 };
}

/** A row as the profile that it stands for; its fields are found at the row, and named by their column. */
function sourceOf(
  file: Pick<SourceFile, 'path' | 'name' | 'text'>,
  lines: readonly string[],
  headings: readonly string[],
  row: Row,
): SourceFile {
  const data = profileOf(headings, row.cells, file.name);
  const columnOf = (to: Path) =>
    headings.find((heading) => columns[heading]?.join('/') === to.join('/')) ??
    headings.find((heading) => columns[heading]?.join('/').startsWith(to.join('/')));
  return {
    ...file,
    data,
    column: (to) => Object.keys(columns).find((heading) => columns[heading]?.join('/') === to.join('/')),
    place: (to) => cellRange(lines, row, headings.indexOf(columnOf(to) ?? '')),
    placeWords: (to) => cellRange(lines, row, headings.indexOf(columnOf(to) ?? '')),
    describe: (to) => {
      const column = to.length > 0 ? columnOf(to) : undefined;
      return `row ${row.number} (${row.cells[headings.indexOf('id')]})${column ? `, column “${column}”` : ''}`;
    },
  };
}

/** Where a cell stands; the whole row where the row goes over several lines or has no such cell. */
function cellRange(lines: readonly string[], { cells, range }: Row, index: number): Range {
  const line = lines[range.line - 1] ?? '';
  if (index < 0 || range.line !== range.endLine) return range;
  let from = 0;
  for (const cell of cells.slice(0, index)) from = line.indexOf(cell, from) + cell.length;
  const at = line.indexOf(cells[index] ?? '', from);
  if (at < 0) return range;
  return { ...range, column: at + 1, endColumn: at + 1 + (cells[index]?.length ?? 0) };
}

/** What a row of a list does not say because it is the same for every school in it. */
function profileOf(headings: readonly string[], cells: readonly string[], name: string): Record<string, unknown> {
  const filled = headings.flatMap((heading, index) => {
    const cell = cells[index] ?? '';
    const field = columns[heading];
    return cell !== '' && field ? [{ field, cell }] : [];
  });
  const profile: Record<string, unknown> = { kind: 'school' };
  for (const { field, cell } of filled) put(profile, field, cell);
  const [service] = (profile.services ?? []) as Record<string, unknown>[];
  if (service) {
    profile.local = 'local';
    Object.assign(service, {
      id: 'local',
      for: 'anyone worried about a child',
      what: 'They listen and advise.',
      bands: ['ks3', 'ks4', 'ks5'],
      audience: ['adults'],
      nations: ['england', 'wales', 'scotland', 'northern-ireland'],
      proof: { source: name, mark: 'reported', ...(service.proof as object | undefined) },
    });
  }
  return profile;
}

function put(target: Record<string, unknown>, [key, ...rest]: Path, value: string): void {
  const name = String(key);
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  target[name] ??= typeof rest[0] === 'number' ? [] : {};
  put(target[name] as Record<string, unknown>, rest, value);
}
