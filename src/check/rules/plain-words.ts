import { definePhraseRule } from '../phrase-rule.js';

/** A plain word is understood by more people, and by all of them faster. */
export const plainWords = definePhraseRule({
  id: 'plain-words',
  group: 'language',
  severity: 'warn',
  about: 'Texts use plain words; those for staff may use the words of their work.',
  message: ({ words }) => `There is a plainer word for “${words}”.`,
  looksAt: () => true,
});
