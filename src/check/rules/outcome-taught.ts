import { defineRule } from '../rule.js';

const teaching = ['explore', 'practise', 'look', 'think'];
const assessing = ['baseline', 'practise', 'reflect'];

/** What pupils are promised to be able to do is practised, and somebody can see whether they can. */
export const outcomeTaught = defineRule<{ number: number; problem: 'taught' | 'assessed'; phases: readonly string[] }>({
  id: 'outcome-taught',
  group: 'craft',
  severity: 'warn',
  about: 'Each outcome is taught by an activity, and one in which it can be seen names it.',
  message: ({ number, problem }) =>
    problem === 'taught'
      ? `No activity teaches outcome ${number}.`
      : `No activity in which pupils write or practise by themselves shows outcome ${number}.`,
  hint: ({ number, phases }) =>
    `Write ${number} into “outcomes” of the activity that does (phase ${phases.join(' or ')}), or change the outcome.`,
  *plan({ entry, plan, activities, path }) {
    const named = (phases: readonly string[]) =>
      activities
        .filter(({ activity }) => phases.includes(activity.phase))
        .flatMap(({ activity }) => activity.outcomes ?? []);
    const isLesson = 'unit' in plan;
    for (const index of plan.outcomes.keys()) {
      const number = index + 1;
      const isTaught = named(teaching).includes(number);
      // A session is too short to see what each pupil can do.
      if (isTaught && (!isLesson || named(assessing).includes(number))) continue;
      const problem = isTaught ? 'assessed' : 'taught';
      const phases = isTaught ? assessing : isLesson ? ['explore', 'practise'] : ['look', 'think'];
      yield this.at(entry.source, path(`outcomes/${index}`), { number, problem, phases });
    }
  },
});
