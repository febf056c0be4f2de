import { definePhraseRule } from '../phrase-rule.js';

/** Who looks up a name that is no longer used finds nobody. */
export const nameOutdated = definePhraseRule({
  id: 'name-outdated',
  group: 'wording',
  severity: 'warn',
  about: 'Boards, services, days and laws go by the names that they have now.',
  message: ({ words }) => `“${words}” has another name now.`,
  hint: ({ instead }) => `It is: ${instead}.`,
  looksAt: () => true,
});
