import type { FindingInWords } from '../run.js';

/**
 * Findings as workflow commands, which GitHub shows at their lines.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function github(findings: readonly FindingInWords[]): string {
  return findings.map(command).join('');
}

function command({ severity, rule, message, hint, where, file, range }: FindingInWords): string {
  const place = [
    `file=${property(file)}`,
    `line=${range.line}`,
    `col=${range.column}`,
    `endLine=${range.endLine}`,
    // A column of another line would be taken for one of the same.
    ...(range.endLine === range.line ? [`endColumn=${range.endColumn}`] : []),
    `title=${property(rule)}`,
  ];
  const words = [...(where ? [where] : []), message, hint].join('\n');
  return `::${severity === 'error' ? 'error' : 'warning'} ${place.join(',')}::${data(words)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
