import { definePhraseRule } from '../phrase-rule.js';

/** Nobody should have to say the lines of somebody who harms, or have them said to them. */
export const rolePlayOfHarm = definePhraseRule({
  id: 'role-play-of-harm',
  group: 'safe-teaching',
  severity: 'error',
  about: 'No pupil plays somebody who harms.',
  message: ({ words }) => `“${words}” lets a pupil play somebody who harms.`,
  looksAt: ({ entry }) => 'activities' in (entry.value as object),
});
