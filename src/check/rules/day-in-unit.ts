import { defineRule } from '../rule.js';
import { taughtPlans } from '../taught.js';

/** One day a year teaches little by itself: it opens or revisits what a unit teaches. */
export const dayInUnit = defineRule<{ band: string; day: string }>({
  id: 'day-in-unit',
  group: 'programme',
  severity: 'warn',
  off: 'It asks for the lessons round the day.',
  about: 'A session for an awareness day opens or revisits a lesson of each of its bands.',
  message: ({ band }) => `This session opens or revisits no lesson for ${band}.`,
  hint: () => 'Name the lesson in “revisits”: a day can open a unit or come back to it, and never replaces it.',
  *check(library) {
    for (const { entry, plan, band } of taughtPlans(library)) {
      if (!('day' in plan)) continue;
      const lessons = (plan.revisits ?? []).map((id) => library.lessons.get(id)?.value);
      if (lessons.some((lesson) => lesson?.bands.includes(band))) continue;
      yield this.at(entry.source, ['day'], { band, day: plan.day }, 'key');
    }
  },
});
