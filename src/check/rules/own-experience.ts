import { definePhraseRule } from '../phrase-rule.js';

/** A question about somebody's own life can make them tell in front of everybody. */
export const ownExperience = definePhraseRule({
  id: 'own-experience',
  group: 'safe-teaching',
  severity: 'error',
  about: 'No question or task asks pupils for their own experience.',
  message: ({ words }) => `“${words}” asks pupils for their own experience.`,
  looksAt: ({ audience, path, entry }) =>
    (audience === 'pupils' && !('posters' in (entry.value as object))) ||
    path.includes('do') ||
    path.includes('listen-for'),
  exceptQuotations: () => true,
});
