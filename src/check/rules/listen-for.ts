import { defineRule } from '../rule.js';

/** A teacher who knows what to listen for hears the worry in a joke. */
export const listenFor = defineRule<{ activity: string }>({
  id: 'listen-for',
  group: 'craft',
  severity: 'warn',
  about: 'Each activity in which pupils explore or practise says what the teacher listens for.',
  message: ({ activity }) => `“${activity}” does not say what the teacher listens for.`,
  hint: () => 'Add a step “listen-for:” with what pupils may say, and what to do then.',
  *plan({ entry, activities, path }) {
    for (const { activity, steps } of activities) {
      if (!['explore', 'practise', 'look', 'think'].includes(activity.phase)) continue;
      if (steps.some((step) => step['listen-for'] !== undefined)) continue;
      yield this.at(entry.source, path(`${activity.at}/title`), { activity: activity.title });
    }
  },
});
