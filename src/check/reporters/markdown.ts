import type { CheckSummary, FindingInWords } from '../run.js';
import { byFile } from './by-file.js';
import { summaryLine } from './text.js';

/** Findings for a comment on a pull request: a list for each file, errors first where they stand. */
export function markdown(findings: readonly FindingInWords[], summary: CheckSummary): string {
  const files = byFile(findings).map(([file, own]) => `\n**${plain(file)}**\n\n${own.map(item).join('')}`);
  return `### Check of lessons\n\n${summaryLine(summary)}\n${files.join('')}`;
}

function item({ severity, rule, message, hint, where, range }: FindingInWords): string {
  const kind = severity === 'error' ? '**error**' : 'warning';
  const words = [message, hint].map(plain).join(' ');
  return `- Line ${range.line}, ${kind} \`${rule}\`${where ? ` (${plain(where)})` : ''}: ${words}\n`;
}

/** Text in which nothing is taken for Markdown, HTML or a mention. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~@]/g, '\\$&').replaceAll('\n', ' ');
}
