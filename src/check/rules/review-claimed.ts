import { definePhraseRule } from '../phrase-rule.js';

/** A claim that nobody can trace is worse than none: readers rely on it. */
export const reviewClaimed = definePhraseRule({
  id: 'review-claimed',
  group: 'form',
  severity: 'error',
  about: 'No text says that it has been reviewed or approved.',
  message: ({ words }) => `“${words}” claims a review that nothing here proves.`,
  hint: () => 'Leave it out: documents say by themselves who signed a plan off with “pshe sign-off”, and when.',
  looksAt: () => true,
});
