import { pathToFileURL } from 'node:url';
import { version } from '../../version.js';
import { fingerprints } from '../fingerprints.js';
import type { Rule, Severity } from '../rule.js';
import { rules } from '../rules/index.js';
import type { FindingInWords } from '../run.js';

/**
 * Findings in the Static Analysis Results Interchange Format, for code scanning. Paths count from the root of the
 * repository, columns are UTF-16 code units.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(findings: readonly FindingInWords[]): string {
  const prints = fingerprints(findings);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pshe-packs', version, rules: rules.map(describe) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) => result(finding, prints[index] as string)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describe({ id, severity, about, off }: Rule) {
  return {
    id,
    shortDescription: { text: about },
    help: { text: `${about} Run “pshe explain ${id}” for why, with examples.` },
    defaultConfiguration: { level: level(severity), enabled: off === undefined },
  };
}

function result({ rule, severity, message, hint, where, file, range }: FindingInWords, print: string) {
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: level(severity),
    message: { text: [...(where ? [`${where}:`] : []), message, hint].join(' ').trim() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location(file),
          region: {
            startLine: range.line,
            startColumn: range.column,
            endLine: range.endLine,
            endColumn: range.endColumn,
          },
        },
      },
    ],
    partialFingerprints: { 'pshe/v1': print },
  };
}

function level(severity: Severity): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}

/** Files of the repository from its root; others, such as the library of an installed tool, as they are. */
function location(file: string) {
  if (/^(?:\/|[A-Za-z]:)/.test(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
