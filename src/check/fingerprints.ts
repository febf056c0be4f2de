import { createHash } from 'node:crypto';
import type { Finding } from './rule.js';

/** The same for a finding when lines are added above it: rule, file, the words of its line, and which of several. */
export function fingerprints(findings: readonly Pick<Finding, 'rule' | 'file' | 'text' | 'range'>[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, text, range }) => {
    const words = `${rule}\n${file}\n${text.split('\n')[range.line - 1]?.trim() ?? ''}`;
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return createHash('sha256').update(`${words}\n${nth}`).digest('hex').slice(0, 32);
  });
}
