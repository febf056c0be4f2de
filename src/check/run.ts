import type { Library } from '../library/library.js';
import type { Levels } from './levels.js';
import { proseOf } from './prose.js';
import type { Finding, Rule, TextCheck } from './rule.js';
import { rules } from './rules/index.js';
import { silence } from './suppressions.js';
import { walkLibrary } from './walk.js';
import type { Word } from './words.js';

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

/** What reading, validating and all rules find in a library, in the order of files and lines. */
export function checkLibrary(library: Library, levels: Levels = {}): Finding[] {
  const used = rules.filter((rule) => !isOff(rule, levels));
  const found = [
    ...library.findings,
    ...used.flatMap((rule) => [...(rule.check?.(library) ?? [])]),
    ...inOnePass(library, used),
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

/** What rules find in values and texts. Each is come to once for all of them, and not kept. */
function inOnePass(library: Library, used: readonly Rule[]): Finding[] {
  const ofValues = used.flatMap((rule) => rule.values?.(library) ?? []);
  const ofTexts = used.flatMap((rule) => rule.texts?.(library) ?? []);
  const called = callers(ofTexts);
  const found: Finding[] = [];
  for (const visited of walkLibrary(library)) {
    for (const check of ofValues) found.push(...check.look(visited));
    const text = proseOf(visited);
    if (text) for (const check of called(text.words)) found.push(...check.look(text));
  }
  return [...found, ...[...ofValues, ...ofTexts].flatMap((check) => check.end?.() ?? [])];
}

/** Tells by the words of a text which checks have to look at it. */
function callers(checks: readonly TextCheck[]): (words: readonly Word[]) => Iterable<TextCheck> {
  const always = checks.filter(({ stems }) => !stems);
  const byStem = new Map<string, TextCheck[]>();
  for (const check of checks)
    for (const stem of check.stems ?? []) byStem.set(stem, [...(byStem.get(stem) ?? []), check]);
  return (words) => {
    const called = new Set(always);
    for (const { stem } of words) for (const check of byStem.get(stem) ?? []) called.add(check);
    return called;
  };
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
