import { definePhraseRule } from '../phrase-rule.js';
import { fixedFor } from '../rule.js';

/** An adult who promises to keep a secret can't keep a child safe without breaking the promise. */
export const noPromiseOfSecrecy = definePhraseRule({
  id: 'no-promise-of-secrecy',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'No adult promises to keep a secret.',
  message: ({ words }) => `“${words}” promises a secret that an adult may not keep.`,
  hint: () => 'Say who will be told and why, as $frame.safety does.',
  looksAt: ({ audience, path }) => audience !== 'pupils' || path.includes('say') || path.includes('lines'),
  exceptQuotations: ({ path }) => path.includes('say'),
});
