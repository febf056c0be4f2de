import type { FindingInWords } from '../run.js';

/** Findings by their file, in the order in which they come. */
export function byFile(findings: readonly FindingInWords[]): [file: string, own: FindingInWords[]][] {
  const files = new Map<string, FindingInWords[]>();
  for (const finding of findings) {
    const own = files.get(finding.file);
    if (own) own.push(finding);
    else files.set(finding.file, [finding]);
  }
  return [...files];
}
