import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chalk from 'chalk';
import { rules } from '../check/rules/index.js';
import { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { nearest } from '../terminal/nearest.js';
import { result } from '../terminal/streams.js';
import { wrapped } from '../terminal/wrap.js';

/** `pshe explain`: the page of a rule, with why it is there, what is wrong and what is right. */
export function explainCommand(id: string): ExitCode {
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const near = nearest(id, ids);
    throw new UserError(
      `There is no rule “${id}”.`,
      near ? `Did you mean “${near}”?` : 'See “pshe list rules” for all of them.',
    );
  }
  const page = readFileSync(fileURLToPath(new URL(`../../docs/rules/${id}.md`, import.meta.url)), 'utf8');
  result(forTerminal(page));
  return exitCodes.fine;
}

/** The page as a terminal shows it: headings in bold, examples indented, what the check says after a bar. */
function forTerminal(page: string): string {
  const blocks = page.replace(/^<!--.*-->\n/, '').match(/^```[\s\S]*?^```$|^(?!```).+(?:\n(?!```).+)*/gm) ?? [];
  return `${blocks.map(block).join('\n\n')}\n`;
}

function block(text: string): string {
  if (text.startsWith('```')) {
    const lines = text.split('\n').slice(1, -1);
    return lines.map((line) => chalk.cyan(`    ${line}`.trimEnd())).join('\n');
  }
  if (text.startsWith('#')) return chalk.bold(text.replace(/^#+ /, ''));
  if (text.startsWith('> ')) return wrapped(text.replaceAll(/^> /gm, ''), '  │ ');
  return wrapped(plain(text.replaceAll('\n', ' ')));
}

/** Text without the marks of Markdown. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}
