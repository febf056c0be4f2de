import { defineRule } from '../rule.js';

/** Pupils with special educational needs and disabilities meet more harm, and need the lesson most. */
export const sendAdaptation = defineRule<{ activity: string }>({
  id: 'send-adaptation',
  group: 'craft',
  severity: 'warn',
  about: 'Each activity in which pupils explore or practise says how it is adapted for pupils with SEND.',
  message: ({ activity }) => `“${activity}” does not say how pupils with SEND take part.`,
  hint: () => 'Add “send:” below “adapt:”, with another way to the same aim.',
  *plan({ entry, activities, path }) {
    for (const { activity } of activities) {
      if (!['explore', 'practise'].includes(activity.phase) || activity.adapt?.send !== undefined) continue;
      yield this.at(entry.source, path(`${activity.at}/title`), { activity: activity.title });
    }
  },
});
