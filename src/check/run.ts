import type { Library } from '../library/library.js';
import type { FileOptions } from './files.js';
import { inFiles } from './files.js';
import type { Levels } from './levels.js';
import type { Finding, Rule } from './rule.js';
import { rules } from './rules/index.js';
import { silence } from './suppressions.js';

/** How much was looked at and found. */
export interface CheckSummary {
  files: number;
  errors: number;
  warnings: number;
}

/** A finding in words, as reporters show it. */
export interface FindingInWords extends Finding {
  message: string;
  hint: string;
}

interface CheckOptions extends FileOptions {
  levels?: Levels;
}

/** What reading, validating and all rules find in a library, in the order of files and lines. */
export function checkLibrary(library: Library, options: CheckOptions = {}): Finding[] {
  const { levels = {} } = options;
  const used = rules.filter((rule) => !isOff(rule, levels));
  const found = [
    ...library.findings,
    ...used.flatMap((rule) => [...(rule.check?.(library) ?? [])]),
    ...inFiles(library, used, options),
  ];
  return silence(library, once(found), levels)
    .flatMap((finding) => weighed(finding, levels[finding.rule]))
    .sort(
      (one, other) =>
        compare(one.file, other.file) ||
        one.range.line - other.range.line ||
        one.range.column - other.range.column ||
        compare(one.rule, other.rule),
    );
}

function isOff({ id, off }: Rule, levels: Levels): boolean {
  return levels[id] === 'off' || (off !== undefined && levels[id] === undefined);
}

/** Findings without their equals: what holds for several bands is said once. */
function once(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  return findings.filter((finding) => {
    const { rule, file, range } = finding;
    const own = JSON.stringify([rule, file, range, inWords(finding).message]);
    return !said.has(own) && said.add(own);
  });
}

function weighed(finding: Finding, level: Levels[string] | undefined): Finding[] {
  if (level === 'off') return [];
  return [level === undefined ? finding : { ...finding, severity: level }];
}

/** Adds the words of its rule to a finding. */
export function inWords(finding: Finding): FindingInWords {
  const rule = rules.find((candidate) => candidate.id === finding.rule);
  return { ...finding, message: rule?.message(finding.args) ?? '', hint: rule?.hint(finding.args) ?? '' };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
