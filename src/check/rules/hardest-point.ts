import { defineRule, fixedFor } from '../rule.js';

/** Phases in which nothing hard belongs. */
const calm = ['settle', 'baseline', 'reflect', 'help', 'close'];

const problems = {
  none: () => 'A careful or sensitive plan has a hardest point, and no activity is named as it.',
  several: (where: string) => `Two activities are named as the hardest point: this one and “${where}”.`,
  calm: (where: string) => `The hardest point is in the phase “${where}”, where it has to be calm.`,
  early: (where: string) => `The hardest point comes before the split, which is after “${where}”.`,
} as const;

/** The hardest part of a plan comes when trust is there, and early enough for calm and help to follow. */
export const hardestPoint = defineRule<{ problem: keyof typeof problems; where: string }>({
  id: 'hardest-point',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'A plan has one hardest point at most, after the split, and neither first nor last.',
  message: ({ problem, where }) => problems[problem](where),
  hint: ({ problem }) =>
    problem === 'none'
      ? 'Write “hardest: true” in the activity that is hardest to bear.'
      : problem === 'several'
        ? 'Leave “hardest: true” in one of them, and make the other lighter.'
        : 'Move the activity so that calmer ones come before and after it.',
  *plan({ entry, plan, activities, path }) {
    const all = activities.map(({ activity }) => activity);
    const hard = all.filter(({ hardest }) => hardest);
    const { level } = plan['content-guidance'];
    const [first, second] = hard;
    if (!first) {
      if (level === 'careful' || level === 'sensitive')
        yield this.at(entry.source, path('content-guidance/level'), { problem: 'none', where: '' });
      return;
    }
    if (second) yield this.at(entry.source, path(`${second.at}/hardest`), { problem: 'several', where: first.title });
    const split = 'split-after' in plan ? all.findIndex(({ id }) => id === plan['split-after']) : -1;
    for (const one of hard) {
      const place = path(`${one.at}/hardest`);
      if (calm.includes(one.phase)) yield this.at(entry.source, place, { problem: 'calm', where: one.phase });
      else if (all.indexOf(one) <= split)
        yield this.at(entry.source, place, { problem: 'early', where: all[split]?.title ?? '' });
    }
  },
});
