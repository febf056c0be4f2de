import type { CheckSummary, FindingInWords } from '../run.js';

/** Findings as one JSON document for other programs. */
export function json(findings: readonly FindingInWords[], summary: CheckSummary): string {
  const list = findings.map(({ rule, severity, message, hint, file, range }) => ({
    rule,
    severity,
    message,
    hint,
    file,
    ...range,
  }));
  return `${JSON.stringify({ findings: list, summary }, null, 2)}\n`;
}
