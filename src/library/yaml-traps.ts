import type { Document, YAMLError } from 'yaml';
import { visit } from 'yaml';
import type { YamlTrap } from '../check/rules/yaml-syntax.js';

/** A trap of YAML that an author fell into, and the offsets of the words that show it. */
export interface Trapped {
  trap: YamlTrap;
  start: number;
  end?: number;
  /** For a line that begins in the wrong column: its column, and the one where its neighbours begin. */
  columns?: { column: number; expected: number };
}

/** Tells from the first error of the parser, and the lines round it, which trap the author fell into. */
export function trapAt(error: YAMLError, document: Document, text: string): Trapped {
  const at = error.pos[0];
  if (error.code === 'TAB_AS_INDENT') return { trap: 'tab-indent', start: at };
  if (error.code === 'MULTIPLE_DOCS') return { trap: 'two-documents', start: at };
  if (error.code === 'TAG_RESOLVE_FAILED') return { trap: 'tag', start: at };
  const open = openQuote(document, at);
  if (error.code === 'MISSING_CHAR' && open !== null) {
    const closesOnItsLine = /^(["']).*\1/.test(text.slice(open, endOfLine(text, open)));
    return { trap: closesOnItsLine ? 'starts-with-quote' : 'quote-not-closed', start: open };
  }
  const lines = linesOf(text);
  const here = lines.findIndex((line) => at < line.start + line.text.length + 1);
  for (const line of [here, here - 1].flatMap((number) => lines[number] ?? [])) {
    const kind = /^\s*-[a-z]/i.test(line.text) ? 'no-space' : trapOf(line.value);
    if (kind) return { trap: kind, start: line.valueStart, end: line.start + line.text.length };
  }
  const askew = misplaced(lines, here - 2, here + 1);
  if (askew) return askew;
  if (error.code === 'BAD_ALIAS') return { trap: 'unknown-alias', start: at };
  return { trap: 'other', start: at };
}

interface Line {
  start: number;
  text: string;
  /** What follows dashes and a field name, and its offset. */
  value: string;
  valueStart: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const lead = /^\s*(?:- +)*(?:[A-Za-z0-9_-]+:(?:\s+|$))?/.exec(line)?.[0].length ?? 0;
    const found = { start, text: line, value: line.slice(lead), valueStart: start + lead };
    start += line.length + 1;
    return found;
  });
}

function trapOf(value: string): YamlTrap | null {
  const first = value[0] ?? '';
  if (first === '"' || first === "'") return /^(["']).*\1\s*$/.test(value) ? null : 'starts-with-quote';
  if (first === '[' && /^\[(?:[^\]"']*[[,\s])?#/.test(value)) return 'hash-in-list';
  if (first === '{' || first === '[') return /^(?:\{[^}]*\}|\[[^\]]*\])\s*$/.test(value) ? null : 'starts-with-bracket';
  if ('*&!@`%|>'.includes(first) && /^.\S/.test(value)) return 'starts-with-sign';
  return /\S:\s+\S/.test(value) ? 'colon-inside' : null;
}

/** A level of the file: the column (from 0) where its fields or dashes begin, and whether the last of them is filled. */
interface Level {
  column: number;
  filled: boolean;
}

/** The first of some lines that begins in a column where nothing round it begins; numbers count from 0. */
function misplaced(lines: readonly Line[], first: number, last: number): Trapped | null {
  const levels: Level[] = [];
  let folded: number | null = null;
  for (const [number, { text, start }] of lines.slice(0, last + 1).entries()) {
    const indent = text.search(/[^ ]/);
    if (indent < 0 || text[indent] === '#') continue;
    if (folded !== null && indent > folded) continue;
    folded = null;
    const item = /^ *((?:- +)*)(?:([A-Za-z0-9_-]+):(?: +(.*))?$|(.*))/.exec(text);
    const [, dashes = '', name, value] = item ?? [];
    if (dashes === '' && name === undefined) continue;
    const deepest = levels.at(-1);
    const columns = levels.map(({ column }) => column);
    while (levels.length > 0 && (levels.at(-1) as Level).column > indent) levels.pop();
    const level = levels.at(-1);
    const deeper = level === undefined || (level.column < indent && level === deepest && !level.filled);
    if (level?.column !== indent && !deeper && number >= first) {
      const away = (column: number) => Math.abs(column - indent);
      const expected = columns.sort((one, other) => away(one) - away(other) || other - one)[0] ?? 0;
      return {
        trap: 'bad-indent',
        start: start + indent,
        end: start + text.trimEnd().length,
        columns: { column: indent + 1, expected: expected + 1 },
      };
    }
    let column = indent;
    for (const dash of dashes.match(/- +/g) ?? []) {
      put(levels, column, false);
      column += dash.length;
    }
    if (name === undefined) put(levels, indent, true);
    else put(levels, column, value !== undefined && value !== '' && !value.startsWith('#'));
    if (/^[>|][+-]?\d?\s*$/.test(value ?? '')) folded = column;
  }
  return null;
}

function put(levels: Level[], column: number, filled: boolean): void {
  const last = levels.at(-1);
  if (last?.column === column) last.filled = filled;
  else levels.push({ column, filled });
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The quotation mark that opened the text in which the parser ran into the end of the file. */
function openQuote(document: Document, at: number): number | null {
  let open: number | null = null;
  visit(document, {
    Scalar(_key, node) {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (quoted && node.range && node.range[0] < at && node.range[1] >= at - 1) open = node.range[0];
    },
  });
  return open;
}
