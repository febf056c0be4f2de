import { count } from '../../terminal/count.js';
import { defineRule } from '../rule.js';

/** Slides that follow each other too fast leave no time to think. */
export const slidePace = defineRule<{ slides: number; minutes: number }>({
  id: 'slide-pace',
  group: 'craft',
  severity: 'warn',
  about: 'An activity has no more slides than its minutes leave time for.',
  message: ({ slides, minutes }) => `There are ${slides} slides in ${count(minutes, 'minute')}.`,
  hint: () => 'Leave out slides, or give the activity more minutes.',
  *plan({ entry, activities, path }, { limits }) {
    const each = limits?.value['minutes-for-a-slide'];
    if (each === undefined) return;
    for (const { activity } of activities) {
      const slides = activity.slides?.length ?? 0;
      if (slides * each <= activity.minutes) continue;
      yield this.at(entry.source, path(`${activity.at}/minutes`), { slides, minutes: activity.minutes });
    }
  },
});
