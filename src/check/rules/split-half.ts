import { defineRule } from '../rule.js';

/** Many schools teach a lesson in two parts of the same length. */
export const splitHalf = defineRule<{ minutes: number; half: number; band: string; activity: string }>({
  id: 'split-half',
  group: 'craft',
  severity: 'warn',
  about: 'The activities up to the split take half of the minutes.',
  message: ({ activity, minutes, half, band }) =>
    `Up to “${activity}” the activities for ${band} take ${minutes} minutes; half of the lesson is ${half}.`,
  hint: () => 'Split after another activity, or move minutes from one half to the other.',
  *plan({ entry, band, plan, activities }) {
    if (!('split-after' in plan)) return;
    const all = activities.map(({ activity }) => activity);
    const split = all.findIndex(({ id }) => id === plan['split-after']);
    if (split < 0) return;
    const sum = (some: readonly { minutes: number }[]) => some.reduce((total, { minutes }) => total + minutes, 0);
    const minutes = sum(all.slice(0, split + 1));
    const half = sum(all) / 2;
    if (Math.abs(minutes - half) < 1) return;
    yield this.at(entry.source, ['split-after'], { minutes, half, band, activity: all[split]?.title ?? '' });
  },
});
