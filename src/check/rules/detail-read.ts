import { definePhraseRule } from '../phrase-rule.js';

/** No list of words can tell what would instruct somebody: it only says where a person has to look. */
export const detailRead = definePhraseRule({
  id: 'detail-read',
  group: 'safe-teaching',
  severity: 'warn',
  about: 'What could show somebody how harm is done is read by a person.',
  message: ({ words }) => `“${words}” may show how something is done or hidden.`,
  hint: ({ instead }) =>
    `A person decides: ${instead.toLowerCase()}, or keep it and say why in a comment (pshe-ignore detail-read).`,
  looksAt: () => true,
});
