import { defineRule } from '../rule.js';

/** What nobody explains is not a decision, and a slip in the name of a rule would silence nothing. */
export const ignoreReason = defineRule<{ problem: 'form' | 'unknown' | 'fixed'; rule: string; why: string }>({
  id: 'ignore-reason',
  group: 'form',
  severity: 'error',
  fixed: 'What is silenced without a reason would never be looked at again.',
  about: 'A comment that silences a rule names one that may be silenced, and says why.',
  message: ({ problem, rule }) => {
    if (problem === 'unknown') return `This comment silences “${rule}”, which is no rule.`;
    if (problem === 'fixed') return `The rule “${rule}” can’t be silenced.`;
    return 'This comment silences a rule without saying which or why.';
  },
  hint: ({ problem, rule, why }) => {
    if (problem === 'unknown') return 'See “pshe list rules” for all of them.';
    if (problem === 'fixed') return `${why} Mend what it finds, and take the comment away.`;
    return `Write “# pshe-ignore ${rule || 'day-to-come'}: ” and the reason.`;
  },
});
