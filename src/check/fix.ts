import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import writeFileAtomic from 'write-file-atomic';
import type { Library } from '../library/library.js';
import type { Finding } from './rule.js';

/** A file before and after what can mend itself was mended. */
export interface Mended {
  path: string;
  /** The path that people see. */
  name: string;
  before: string;
  after: string;
  /** How many findings are gone. */
  count: number;
}

/**
 * Mends what has only one right answer: findings whose rule gives the words that can take the place of those found. All
 * else in a file stays byte for byte, and files that come with the tool stay as they are. Writes nothing.
 */
export async function mend(library: Library, findings: readonly Finding[]): Promise<Mended[]> {
  const own = library.folders.at(-1) ?? '';
  const files = library.sources.filter(({ path }) => path.startsWith(own + sep));
  const mended = await Promise.all(
    files.map(async ({ path, name }) => {
      const fixes = findings.filter((finding) => finding.file === name && replacementOf(finding) !== null);
      if (fixes.length === 0) return [];
      const before = await readFile(path, 'utf8');
      return [{ path, name, before, after: withFixes(before, fixes), count: fixes.length }];
    }),
  );
  return mended.flat();
}

/** Writes mended files, each whole or not at all. */
export async function write(mended: readonly Mended[]): Promise<void> {
  for (const { path, after } of mended) await writeFileAtomic(path, after);
}

/** What would change in a file, as `diff -u` shows it. */
export function patchOf({ name, before, after }: Mended): string {
  return createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 1 });
}

/** The words that take the place of those found; null where there are none, or where those found go over a line. */
function replacementOf({ args, range, text }: Finding): string | null {
  const { fix } = args as { fix?: unknown };
  if (typeof fix !== 'string' || range.line !== range.endLine) return null;
  const found = text.split('\n')[range.line - 1]?.slice(range.column - 1, range.endColumn - 1) ?? '';
  return /^\p{Lu}/u.test(found) ? fix.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : fix;
}

/** Puts the words in, the last ones first, so that places before them stay where they are. */
function withFixes(before: string, findings: readonly Finding[]): string {
  const lines = before.split('\n');
  const last = [...findings].sort(
    (one, other) => other.range.line - one.range.line || other.range.column - one.range.column,
  );
  // A byte order mark is in the file, and in no column.
  const mark = before.startsWith('\uFEFF') ? 1 : 0;
  for (const finding of last) {
    const { line, column, endColumn } = finding.range;
    const text = lines[line - 1] ?? '';
    const shift = line === 1 ? mark : 0;
    const words = replacementOf(finding) ?? '';
    lines[line - 1] = text.slice(0, column - 1 + shift) + words + text.slice(endColumn - 1 + shift);
  }
  return lines.join('\n');
}
