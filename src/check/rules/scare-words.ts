import { definePhraseRule } from '../phrase-rule.js';

/** Fear closes ears, and whoever lives with it hears that there is no way out. */
export const scareWords = definePhraseRule({
  id: 'scare-words',
  group: 'safe-teaching',
  severity: 'warn',
  about: 'Nothing is said to frighten.',
  message: ({ words }) => `“${words}” may frighten, and fear does not protect.`,
  looksAt: ({ audience }) => audience !== 'staff',
});
