import type { CheckSummary, FindingInWords } from '../run.js';
import { byFile } from './by-file.js';

/**
 * Findings as JUnit XML, for programs that show the results of tests: a suite for each file, a case for each finding.
 * Errors fail their case; warnings pass and say what they say.
 */
export function junit(findings: readonly FindingInWords[], { files, errors }: CheckSummary): string {
  const suites = byFile(findings).map(([file, own]) => suite(file, own.map(testCase), own));
  const clean = suite('pshe check', [`    <testcase classname="pshe check" name="${files} files read"/>\n`], []);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="pshe check" tests="${findings.length + 1}" failures="${errors}">\n`,
    clean,
    ...suites,
    '</testsuites>\n',
  ].join('');
}

function suite(name: string, cases: readonly string[], findings: readonly FindingInWords[]): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const head = `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failures}">\n`;
  return `${head}${cases.join('')}  </testsuite>\n`;
}

function testCase({ file, rule, severity, message, hint, where, range }: FindingInWords): string {
  const place = `${file}:${range.line}:${range.column}`;
  const words = escaped([place, ...(where ? [where] : []), message, hint].join('\n'));
  const outcome =
    severity === 'error'
      ? `<failure type="${rule}" message="${escaped(message)}">${words}</failure>`
      : `<system-out>${words}</system-out>`;
  return `    <testcase classname="${escaped(file)}" name="${rule} at line ${range.line}">${outcome}</testcase>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] as string);
}
