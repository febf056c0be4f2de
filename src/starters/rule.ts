import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../check/rules/index.js';
import { UserError } from '../terminal/errors.js';
import type { NewFile } from './starter.js';
import { fillStarter } from './starter.js';

/** The root of the package, where a rule is written. */
export const packageRoot: string = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The files that begin a rule of the check: the rule, its cases and its page, with paths below the package.
 * @throws UserError for an id that can't be or is taken, and where the tool is installed without its sources
 */
export function startRule(id: string): NewFile[] {
  if (!existsSync(join(packageRoot, 'src/check/rules'))) {
    throw new UserError(
      'Rules are written in the sources of the tool, which are not here.',
      'Clone the repository of pshe-packs, and run “pshe new rule” there.',
    );
  }
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) {
    throw new UserError(`“${id}” can’t be the name of a rule.`, 'Write two or more words, such as day-to-come.');
  }
  if (rules.some((rule) => rule.id === id)) throw new UserError(`There is a rule “${id}” already.`, 'Choose another.');
  const variable = id.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase());
  return [
    { path: `src/check/rules/${id}.ts`, text: fillStarter('rule/rule.ts.hbs', { id, variable }) },
    { path: `tests/check/rules/${id}.yaml`, text: fillStarter('rule/cases.yaml.hbs', {}) },
    { path: `docs/rules/${id}.md`, text: fillStarter('rule/page.md.hbs', {}) },
  ];
}
