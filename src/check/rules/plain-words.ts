import { definePhraseRule } from '../phrase-rule.js';

/** A plain word is understood by more people, and by all of them faster. */
export const plainWords = definePhraseRule({
  id: 'plain-words',
  group: 'language',
  severity: 'warn',
  about: 'Texts for pupils, parents and the public use plain words.',
  message: ({ words }) => `There is a plainer word for “${words}”.`,
  looksAt: ({ audience }) => audience !== 'staff',
});
