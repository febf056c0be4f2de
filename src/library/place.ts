import type { LineCounter, Node, Pair, YAMLMap } from 'yaml';
import { isCollection, isMap, isNode, isPair, isScalar } from 'yaml';
import type { YamlDocument } from './yaml-document.js';

/** Keys and positions from the root of a YAML file to one value, such as `['activities', 2, 'title']`. */
export type Path = readonly (string | number)[];

/** A stretch of a file, with lines and columns that count from 1; the end is the first column after it. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The beginning of a file, for what is about the whole of it. */
export const top: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The range between two offsets of the text that the line counter has seen. */
export function rangeBetween(lines: LineCounter, start: number, end: number): Range {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}

/**
 * Where the value at `path` stands. Goes as deep as the file goes: a path to something that is missing gives the
 * nearest thing that is there. `key` gives the key in front of the value instead.
 */
export function placeOf({ document, lines }: YamlDocument, path: Path, part: 'key' | 'value' = 'value'): Range {
  let node: Node | null = document.contents;
  let pair: Pair | undefined;
  let last: Pair | undefined;
  for (const step of path) {
    const next = enter(node, step);
    if (!next) return rangeOf(lines, missing(node) ?? last?.key ?? node);
    node = next.node;
    pair = next.pair;
    last = pair ?? last;
  }
  if (part === 'key' && pair) return rangeOf(lines, pair.key);
  if (isCollection(node) && pair) return rangeOf(lines, pair.key);
  return rangeOf(lines, node ?? last?.key);
}

/**
 * Where some words of the text at `path` stand. The text may be quoted, folded over lines or indented, so the words are
 * looked for in what was typed, whatever white space lies between them.
 * @param text the text as it was read
 * @param start where the words begin in it
 */
export function placeOfWords(
  yaml: YamlDocument,
  typed: string,
  path: Path,
  text: string,
  start: number,
  end: number,
): Range {
  const { document, lines } = yaml;
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) return placeOf(yaml, path);
  const words = text.slice(start, end).trim();
  const pattern = words
    .split(/\s+/)
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('"', '\\\\?"')
        .replaceAll("'", "''?"),
    )
    .join('\\s+');
  if (words === '') return placeOf(yaml, path);
  const before = [...text.slice(0, start).matchAll(new RegExp(pattern, 'g'))].length;
  const [from, to] = node.range;
  const found = [...typed.slice(from, to).matchAll(new RegExp(pattern, 'g'))][before];
  if (!found) return placeOf(yaml, path);
  return rangeBetween(lines, from + found.index, from + found.index + found[0].length);
}

/** A missing key is best shown at the first key of the map that lacks it. */
function missing(node: Node | null): unknown {
  return isMap(node) ? node.items[0]?.key : undefined;
}

function enter(node: Node | null, step: string | number): { node: Node | null; pair?: Pair } | undefined {
  if (isMap(node)) {
    const pair = (node as YAMLMap).items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair && { node: isNode(pair.value) ? pair.value : null, pair };
  }
  if (!isCollection(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  if (item === undefined || isPair(item)) return undefined;
  return { node: isNode(item) ? item : null };
}

function rangeOf(lines: LineCounter, node: unknown): Range {
  if (!isNode(node) || !node.range) return top;
  const start = firstOffset(node);
  return rangeBetween(lines, start, isCollection(node) ? start + 1 : node.range[1]);
}

function firstOffset(node: Node): number {
  return node.range?.[0] ?? 0;
}
