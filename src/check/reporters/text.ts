import { codeFrameColumns } from '@babel/code-frame';
import chalk from 'chalk';
import { count } from '../../terminal/count.js';
import type { CheckSummary, FindingInWords } from '../run.js';
import { byFile } from './by-file.js';

/** Findings as a person reads them: place, words, and the lines of the file. */
export function text(findings: readonly FindingInWords[], summary: CheckSummary): string {
  const files = byFile(findings);
  const groups = files.flatMap(([file, own]) => [...(files.length > 1 ? [heading(file, own)] : []), ...own.map(block)]);
  const rule = findings[0]?.rule;
  const more = rule ? [chalk.dim(`Why a finding matters, and what would be right: pshe explain ${rule}`)] : [];
  return [...groups, summaryLine(summary), ...more, ''].join('\n');
}

/** A file and how much was found in it, where there are several. */
function heading(file: string, findings: readonly FindingInWords[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${chalk.underline(file)}  ${chalk.dim(counts({ errors, warnings: findings.length - errors }))}\n`;
}

/** One finding, with a frame of the lines round it. */
export function block(finding: FindingInWords): string {
  const { file, range, severity, rule, where, message, hint } = finding;
  const mark = severity === 'error' ? chalk.red('error') : chalk.yellow('warning');
  const lines = [
    `${chalk.bold(`${file}:${range.line}:${range.column}`)}  ${mark}  ${chalk.dim(rule)}`,
    ...(where ? [`  ${chalk.dim(where)}`] : []),
    `  ${message}`,
    ...(hint ? [`  ${hint}`] : []),
    ...frame(finding),
    '',
  ];
  return lines.join('\n');
}

/** No line of a lesson is so long; those of files that are no lessons may go on for ever. */
const widestLine = 400;

function frame({ text: source, range }: FindingInWords): string[] {
  if (source.trim() === '') return [];
  const lines = source.split('\n');
  const oneLine = range.endLine === range.line;
  const cut = (lines[range.line - 1]?.length ?? 0) > widestLine;
  const from = cut ? Math.max(0, range.column - widestLine / 2) : 0;
  const before = from > 0 ? '…' : '';
  const shown = (line: string) => {
    const rest = line.slice(from, from + widestLine);
    return `${before}${rest}${from + rest.length < line.length ? '…' : ''}`;
  };
  const column = (there: number) => Math.min(there - from + before.length, widestLine + 2);
  const location = {
    start: { line: range.line, column: column(range.column) },
    ...(oneLine ? { end: { line: range.line, column: column(Math.max(range.endColumn, range.column + 1)) } } : {}),
  };
  const near = lines.map((line, index) => (Math.abs(index - range.line + 1) <= 1 ? shown(line) : ''));
  return codeFrameColumns(near.join('\n'), location, { linesAbove: 1, linesBelow: 1 })
    .split('\n')
    .map((line) => `  ${line}`);
}

/** `3 errors and 1 warning in 12 files.` */
export function summaryLine({ files, errors, warnings }: CheckSummary): string {
  if (files === 0) return 'Nothing to check: no file has changed, and none depends on one that has.';
  const where = `in ${count(files, 'file')}.`;
  return errors + warnings === 0 ? `Nothing wrong ${where}` : `${counts({ errors, warnings })} ${where}`;
}

function counts({ errors, warnings }: Pick<CheckSummary, 'errors' | 'warnings'>): string {
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return parts.filter(Boolean).join(' and ');
}
