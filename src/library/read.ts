import { readFile, stat } from 'node:fs/promises';
import type { Document, Node, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, LineCounter, visit } from 'yaml';
import type { Finding } from '../check/rule.js';
import { textEncoding } from '../check/rules/text-encoding.js';
import { yamlRepeatedKey } from '../check/rules/yaml-repeated-key.js';
import type { YamlTrap } from '../check/rules/yaml-syntax.js';
import { yamlSyntax } from '../check/rules/yaml-syntax.js';
import { yamlTextCut } from '../check/rules/yaml-text-cut.js';
import { rangeBetween, top } from './place.js';
import type { SourceFile } from './source-file.js';
import { sourceFile } from './source-file.js';
import { yamlDocument } from './yaml-document.js';
import { trapAt } from './yaml-traps.js';

const largestBytes = 1024 * 1024;
const deepestLevel = 30;
const mostAliases = 100;

/** So much is said of one file at once, whatever is wrong with it. */
const mostFindings = 100;

const deepIndent = new RegExp(`^[ -]{${deepestLevel * 4 + 1}}`, 'm');

/** A file as data with places, or without data when it can't be read; in any case what is wrong with it. */
export interface ReadResult {
  source: SourceFile | null;
  findings: Finding[];
}

/** Reads one YAML file. */
export async function readYamlFile(path: string, name: string): Promise<ReadResult> {
  const read = await readBytes(path, name);
  return 'findings' in read ? { source: null, ...read } : readYaml(read.bytes, path, name);
}

/** The bytes of a file, or what keeps them from being read. */
export async function readBytes(path: string, name: string): Promise<{ bytes: Uint8Array } | { findings: Finding[] }> {
  try {
    const found = await stat(path);
    // What is neither may have no end.
    if (!found.isFile() && !found.isDirectory()) throw new Error('it is no file');
    if (found.size > largestBytes) return { findings: [tooLarge(name)] };
    return { bytes: await readFile(path) };
  } catch (error) {
    const reason = (error as Error).message.replace(/, \w+(?: '.*')?$/s, '');
    return { findings: [textEncoding.within({ name, text: '' }, top, { cause: 'unreadable', reason })] };
  }
}

/** Reads the bytes of one YAML file: YAML 1.2, core types, no tags, no repeated keys. */
export function readYaml(bytes: Uint8Array, path: string, name: string): ReadResult {
  const read = readText(bytes, name);
  if ('findings' in read) return { source: null, ...read };
  if (tooDeep(read.text)) {
    return { source: null, findings: [textEncoding.within({ name, text: read.text }, top, { cause: 'too-deep' })] };
  }
  return parse(read.text, path, name);
}

function tooLarge(name: string): Finding {
  return textEncoding.within({ name, text: '' }, top, { cause: 'too-large' });
}

/** Bytes as text, or what makes them no plain UTF-8 text of a sensible size. */
export function readText(bytes: Uint8Array, name: string): { text: string } | { findings: Finding[] } {
  if (bytes.length > largestBytes) {
    return { findings: [tooLarge(name)] };
  }
  const text = decode(bytes);
  if (text === null) {
    const readable = new TextDecoder().decode(bytes);
    const at = readable.indexOf('\uFFFD');
    const range = rangeAt(readable, at, at + 1);
    return { findings: [textEncoding.within({ name, text: readable }, range, { cause: 'not-utf-8' })] };
  }
  const hidden = hiddenCharacter(text);
  if (!hidden) return { text };
  const range = rangeAt(text, hidden.at, hidden.at + 1);
  return { findings: [textEncoding.within({ name, text }, range, { cause: hidden.cause })] };
}

/** Bytes as text; null where they are no UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function rangeAt(text: string, start: number, end: number) {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return rangeBetween(lines, Math.max(0, start), Math.max(0, end));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFFFE\uFFFF]/;

type HiddenCause = 'control-character' | 'direction-character' | 'half-character';

/** Where a text holds what no file may hold, and what that is. */
interface Hidden {
  start: number;
  cause: HiddenCause;
}

function hiddenCharacter(text: string): { at: number; cause: HiddenCause } | null {
  const control = text.search(hidden);
  if (control >= 0) return { at: control, cause: 'control-character' };
  const direction = text.search(/[\u202A-\u202E\u2066-\u2069]/);
  return direction >= 0 ? { at: direction, cause: 'direction-character' } : null;
}

/** Keeps the parser from recursing without end: counts brackets and indentation before it starts. */
function tooDeep(text: string): boolean {
  if (deepIndent.test(text)) return true;
  let depth = 0;
  for (const [char] of text.matchAll(/[[\]{}]/g)) {
    if (char === '[' || char === '{') depth += 1;
    else depth = Math.max(0, depth - 1);
    if (depth > deepestLevel) return true;
  }
  return false;
}

/** What a # after a text, or in the place of one, takes away. */
const cutOff = { string: /[ \t]+(#.*)/y, object: /[ \t]*(#\S.*)/y };

function parse(text: string, path: string, name: string): ReadResult {
  const { document, lines } = yamlDocument(text);
  const here = { name, text };
  const trap = (kind: YamlTrap, start: number, end = start + 1) =>
    yamlSyntax.within(here, rangeBetween(lines, start, end), { trap: kind });

  const error = document.errors[0];
  if (error) {
    const { trap: kind, start, end, columns } = trapAt(error, document, text);
    const range = rangeBetween(lines, start, end ?? start + 1);
    return { source: null, findings: [yamlSyntax.within(here, range, { trap: kind, ...columns })] };
  }
  if (document.contents === null) return { source: null, findings: [trap('empty', 0)] };
  if (!isMap(document.contents)) return { source: null, findings: [trap('not-a-map', 0)] };

  const findings: Finding[] = [];
  const refuseTag = (node: { tag?: string; range?: [number, number, number] | null }) => {
    if (node.tag && node.range) findings.push(trap('tag', text.lastIndexOf('!', node.range[0])));
  };
  let aliases = 0;
  /** The first character, typed by its number, that no file may hold; or half of one. */
  let hiddenAt: Hidden | null = null;
  const look = (node: Scalar) => {
    if (typeof node.value !== 'string') return;
    const cause = /\p{Surrogate}/u.test(node.value) ? 'half-character' : hiddenCharacter(node.value)?.cause;
    if (cause) hiddenAt ??= { start: node.range?.[0] ?? 0, cause };
  };
  visit(document, {
    Alias(_key, node, ancestors) {
      aliases += 1;
      const [start = 0, end] = node.range ?? [];
      // Each is looked up through the whole file: many thousands would take minutes.
      if (aliases > mostAliases) {
        findings.push(trap('alias-limit', start));
        return visit.BREAK;
      }
      const meant = node.resolve(document);
      if (!meant) findings.push(trap('unknown-alias', start, end));
      else if (ancestors.includes(meant)) findings.push(trap('alias-circle', start, end));
      return undefined;
    },
    Seq: (_key, node) => refuseTag(node),
    Map(_key, map) {
      refuseTag(map);
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range || isAlias(key)) {
          const start = (key as Node).range?.[0] ?? 0;
          findings.push(trap('bad-key', start));
          continue;
        }
        const first = seen.get(String(key.value));
        if (first === undefined) {
          seen.set(String(key.value), key.range[0]);
          continue;
        }
        const range = rangeBetween(lines, key.range[0], key.range[1]);
        const firstLine = lines.linePos(first).line;
        findings.push(yamlRepeatedKey.within(here, range, { key: String(key.value), firstLine }));
      }
    },
    Scalar(key, node) {
      refuseTag(node);
      if (findings.length >= mostFindings) return visit.BREAK;
      look(node);
      trimBlock(node);
      if (key === 'key' || node.type !== 'PLAIN' || !node.range) return;
      const cut = cutOff[typeof node.value as keyof typeof cutOff];
      if (!cut) return;
      cut.lastIndex = node.range[1];
      const rest = cut.exec(text);
      if (!rest?.[1]) return;
      const start = node.range[1] + rest[0].length - rest[1].length;
      const range = rangeBetween(lines, start, start + rest[1].length);
      findings.push(yamlTextCut.within(here, range, { lost: rest[1], whole: node.value === null }));
    },
  });
  if (findings.length > 0) return { source: null, findings };

  const data = toData(document);
  if (data === undefined) return { source: null, findings: [trap('alias-limit', 0)] };
  // Assigned inside of the visitor, where the compiler does not look.
  const hidden = hiddenAt as Hidden | null;
  if (hidden !== null) {
    const range = rangeBetween(lines, hidden.start, hidden.start + 1);
    return { source: null, findings: [textEncoding.within(here, range, { cause: hidden.cause })] };
  }
  return { source: sourceFile(path, name, text, data), findings: [] };
}

/** A text under > or | keeps the line break at its end in YAML; in a document it would be a stray space. */
function trimBlock(node: Scalar): void {
  const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  if (block && typeof node.value === 'string') node.value = node.value.trimEnd();
}

/** The plain data of a document; undefined when its aliases would unfold into far too much. */
function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
