import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';
import type { Severity } from './rule.js';
import { rules } from './rules/index.js';

/** How much single rules weigh, by id; a rule that is not named weighs what it always does. */
export type Levels = Readonly<Record<string, 'off' | Severity>>;

const weights: readonly string[] = ['off', 'warn', 'error'];

/**
 * Reads what --rule says, such as `day-to-come=error`.
 * @throws UserError for words that are not a rule and a weight
 */
export function readLevels(words: readonly string[]): Levels {
  const levels: Record<string, 'off' | Severity> = {};
  for (const word of words) {
    const [id = '', level = ''] = word.split('=', 2);
    if (!weights.includes(level)) {
      throw new UserError(
        `--rule ${word} does not say how much the rule weighs.`,
        `Write --rule ${id}=off, --rule ${id}=warn or --rule ${id}=error.`,
      );
    }
    levels[id] = level as 'off' | Severity;
  }
  return levels;
}

/**
 * Makes sure that each rule exists and may weigh less than it does.
 * @param where what names the rules, such as `pshe.yaml`
 * @throws UserError otherwise
 */
export function refuseLevels(levels: Levels, where: string): void {
  for (const [id, level] of Object.entries(levels)) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) {
      const near = nearest(
        id,
        rules.map((candidate) => candidate.id),
      );
      throw new UserError(
        `${where} names a rule “${id}”, which does not exist.`,
        near ? `Did you mean “${near}”?` : 'See “pshe list rules” for all of them.',
      );
    }
    if (rule.fixed && level !== 'error') {
      throw new UserError(
        `${where} sets the rule “${id}” to ${level}, but it is always an error.`,
        `${rule.fixed} Mend what it finds instead.`,
      );
    }
  }
}
