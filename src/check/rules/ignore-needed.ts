import { defineRule } from '../rule.js';

/** A comment that silences nothing hides what comes later, and nobody remembers why it is there. */
export const ignoreNeeded = defineRule<{ rule: string }>({
  id: 'ignore-needed',
  group: 'form',
  severity: 'warn',
  about: 'Every comment that silences a rule has something to silence.',
  message: ({ rule }) => `This comment silences “${rule}”, but the rule finds nothing here.`,
  hint: () =>
    'Take it away. If it stands in the wrong place, put it on a line of its own above the one that the rule marks.',
});
