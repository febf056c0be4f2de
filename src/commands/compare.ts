import chalk from 'chalk';
import { compare } from '../compare/compare.js';
import { comparisonInWords } from '../compare/report.js';
import { count } from '../terminal/count.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result } from '../terminal/streams.js';
import { wrapped } from '../terminal/wrap.js';
import type { GlobalOptions } from './options.js';

/** `pshe compare`: what differs between two output folders. */
export async function compareCommand(
  first: string,
  second: string,
  flags: GlobalOptions & { json?: boolean },
): Promise<ExitCode> {
  const comparison = await compare(first, second);
  const { same, alike } = comparison;
  if (flags.json) result(`${JSON.stringify(comparison, null, 2)}\n`);
  else if (!same) {
    for (const { heading, lines } of comparisonInWords(comparison)) {
      result(`${[chalk.bold(heading), ...lines.map(indented)].join('\n')}\n\n`);
    }
    result(`${count(alike, 'document')} the same in both.\n`);
  } else if (!flags.quiet) result(`Nothing differs: ${count(alike, 'document')}, byte for byte the same in both.\n`);
  return same ? exitCodes.fine : exitCodes.findings;
}

/** A line below a heading; what is said of a document stands below its name. */
function indented(line: string): string {
  // Folders come from others as well, and nothing in them may move the cursor of a terminal.
  return wrapped(line.trimStart().replace(/\p{Cc}/gu, '\uFFFD'), line.startsWith(' ') ? '    ' : '  ');
}
