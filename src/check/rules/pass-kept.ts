import { definePhraseRule } from '../phrase-rule.js';

/** A right to pass that the next sentence takes back is worse than none: whoever trusted it is seen to need it. */
export const passKept = definePhraseRule({
  id: 'pass-kept',
  group: 'safe-teaching',
  severity: 'error',
  about: 'No text makes everybody speak, or takes the right to pass away.',
  message: ({ words }) => `“${words}” takes away the right to pass.`,
  looksAt: () => true,
});
