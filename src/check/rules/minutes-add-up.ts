import { bands as allBands, plansOf } from '../../library/library.js';
import { count } from '../../terminal/count.js';
import { defineRule } from '../rule.js';

/** A plan whose activities take longer than it says can't be taught as planned. */
export const minutesAddUp = defineRule<{ sum: number; minutes: number; band: string }>({
  id: 'minutes-add-up',
  group: 'craft',
  severity: 'error',
  about: 'The minutes of the activities add up to the minutes of the plan, in every band.',
  message: ({ sum, minutes, band }) => `The activities for ${band} take ${sum} minutes, but the plan says ${minutes}.`,
  hint: ({ sum, minutes }) =>
    sum > minutes
      ? `Take ${count(sum - minutes, 'minute')} out of the activities.`
      : `Give the activities ${count(minutes - sum, 'minute')} more.`,
  *check(library) {
    for (const entry of plansOf(library)) {
      const { bands, minutes, activities } = entry.value;
      for (const band of allBands.filter((candidate) => bands.includes(candidate))) {
        const own = activities.filter((activity) => !activity.bands || activity.bands.includes(band));
        const sum = own.reduce((total, activity) => total + activity.minutes, 0);
        if (sum !== minutes) yield this.at(entry.source, ['minutes'], { sum, minutes, band });
      }
    }
  },
});
