import { defineRule } from '../rule.js';
import type { TaughtActivity } from '../taught.js';

/** Pupils learn what they say, write and try, not what they are told. */
export const pupilsActive = defineRule<{ active: number; all: number; least: number }>({
  id: 'pupils-active',
  group: 'craft',
  severity: 'warn',
  about: 'Pupils talk or write for at least half of the minutes.',
  message: ({ active, all, least }) =>
    `Pupils talk or write for ${active} of ${all} minutes; it should be at least ${least} %.`,
  hint: () => 'Let pupils work alone, in pairs or threes in one more activity, or ask the class instead of telling it.',
  *plan({ entry, activities }, { limits }) {
    const least = limits?.value['active-share'];
    if (least === undefined) return;
    const all = activities.reduce((sum, { activity }) => sum + activity.minutes, 0);
    const active = activities.reduce((sum, one) => sum + one.activity.minutes * activity(one), 0);
    if (active * 100 < least * all) yield this.at(entry.source, ['minutes'], { active, all, least });
  },
});

/** The share of an activity in which pupils are active; a talk with the whole class counts half. */
function activity({ activity: { grouping }, steps }: TaughtActivity): number {
  if (grouping !== 'whole class') return 1;
  return steps.some(({ ask }) => ask !== undefined) ? 0.5 : 0;
}
