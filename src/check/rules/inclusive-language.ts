import { definePhraseRule } from '../phrase-rule.js';

/** Pupils notice when they, or those they live with, are not meant. */
export const inclusiveLanguage = definePhraseRule({
  id: 'inclusive-language',
  group: 'language',
  severity: 'warn',
  about: 'Words mean every pupil and every family.',
  message: ({ words }) => `“${words}” leaves somebody out, or says of them what they would not say.`,
  looksAt: () => true,
});
