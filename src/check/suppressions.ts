import { Parser } from 'yaml';
import type { Library } from '../library/library.js';
import type { Range } from '../library/place.js';
import type { SourceFile } from '../library/source-file.js';
import type { Levels } from './levels.js';
import type { Finding } from './rule.js';
import { ignoreNeeded } from './rules/ignore-needed.js';
import { ignoreReason } from './rules/ignore-reason.js';
import { rules } from './rules/index.js';

/** A comment that silences a rule, such as `# pshe-ignore minutes-add-up: the bell rings early on Fridays`. */
interface Suppression {
  source: SourceFile;
  rule: string;
  /** The lines that it covers, from and to; all of the file where null. */
  lines: readonly [number, number] | null;
  /** Where the comment stands. */
  range: Range;
}

/**
 * Takes out the findings that comments silence, and adds what is wrong with such comments: no reason, a rule that does
 * not exist or can't be silenced, nothing to silence.
 */
export function silence(library: Library, findings: readonly Finding[], levels: Levels): Finding[] {
  const wrong: Finding[] = [];
  const suppressions = library.sources.flatMap((source) => suppressionsIn(source, wrong));
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const own = suppressions.filter((suppression) => covers(suppression, finding));
    for (const suppression of own) used.add(suppression);
    return own.length === 0;
  });
  const unused = suppressions
    .filter((suppression) => !used.has(suppression) && levels[suppression.rule] !== 'off')
    .filter(({ rule }) => rule !== ignoreNeeded.id)
    .map(({ source, range, rule }) => ignoreNeeded.within(source, range, { rule }))
    .filter((finding) => !suppressions.some((suppression) => covers(suppression, finding)));
  return [...kept, ...wrong, ...unused];
}

function covers({ source, rule, lines }: Suppression, finding: Finding): boolean {
  if (finding.rule !== rule || finding.file !== source.name) return false;
  return lines === null || (finding.range.line >= lines[0] && finding.range.line <= lines[1]);
}

function suppressionsIn(source: SourceFile, wrong: Finding[]): Suppression[] {
  if (!source.text.includes('pshe-ignore')) return [];
  return comments(source.text).flatMap(({ text, range }) => {
    const [found, file, rest = ''] = /^#\s*pshe-ignore(-file)?\b(.*)$/.exec(text) ?? [];
    if (found === undefined) return [];
    const [, names, reason] = /^\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*:\s*(\S.*)$/.exec(rest) ?? [];
    if (!names || !reason) {
      wrong.push(ignoreReason.within(source, range, { problem: 'form', rule: names ?? '', why: '' }));
      return [];
    }
    const lines = file ? null : coveredLines(source.text.split('\n'), range.line - 1);
    return names.split(',').flatMap((name) => {
      const id = name.trim();
      const rule = rules.find((candidate) => candidate.id === id);
      if (rule && !rule.fixed) return [{ source, rule: id, lines, range }];
      const problem = rule ? 'fixed' : 'unknown';
      wrong.push(ignoreReason.within(source, range, { problem, rule: id, why: rule?.fixed ?? '' }));
      return [];
    });
  });
}

/** The comments of a YAML text: a # inside of a text is none. */
function comments(text: string): { text: string; range: Range }[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const found: { text: string; range: Range }[] = [];
  const visit = (token: unknown): void => {
    if (token === null || typeof token !== 'object') return;
    if (Array.isArray(token)) {
      token.forEach(visit);
      return;
    }
    const { type, offset, source, ...inner } = token as Record<string, unknown>;
    if (type !== 'comment') {
      Object.values(inner).forEach(visit);
      return;
    }
    const at = offset as number;
    const line = starts.findLastIndex((start) => start <= at);
    const column = at - (starts[line] as number) + 1;
    const words = source as string;
    const range = { line: line + 1, column, endLine: line + 1, endColumn: column + words.length };
    found.push({ text: words, range });
  };
  for (const token of new Parser().parse(text)) visit(token);
  return found;
}

/**
 * The lines that a comment covers: the one it stands on or, alone on a line, what comes next, further comments too; with
 * the lines on which that text goes on, but not the fields below it.
 * @param at the index of the line of the comment
 * @returns the first and last line, from 1
 */
function coveredLines(lines: readonly string[], at: number): readonly [number, number] {
  const alone = /^\s*#/.test(lines[at] as string);
  const first = alone ? lines.findIndex((line, index) => index > at && !/^\s*(?:#|$)/.test(line)) : at;
  if (first < 0) return [at + 1, at + 1];
  const line = lines[first] as string;
  const [, indent = '', dash = '', key = ''] = /^(\s*)((?:- +)*)([^\s:]+:(?=\s|$))?/.exec(line) ?? [];
  const opensFields = /:\s*(?:#.*)?$/.test(line);
  const column = key ? indent.length + dash.length : indent.length;
  let last = first;
  while (!opensFields && last + 1 < lines.length && goesOn(lines[last + 1] as string, column)) last += 1;
  return [alone ? at + 2 : at + 1, last + 1];
}

function goesOn(line: string, column: number): boolean {
  return line.trim() === '' || line.search(/\S/) > column;
}
