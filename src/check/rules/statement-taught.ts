import type { Path } from '../../library/place.js';
import { defineRule } from '../rule.js';

/** A scheme of work that claims what no activity teaches misleads parents and inspectors. */
export const statementTaught = defineRule<{ statement: string; problem: 'untaught' | 'unclaimed' }>({
  id: 'statement-taught',
  group: 'exactness',
  severity: 'warn',
  about: 'Each statement of a plan is taught by one of its activities, and they teach no others.',
  message: ({ statement, problem }) =>
    problem === 'untaught'
      ? `No activity names the statement ${statement}.`
      : `The plan does not name ${statement}, which this activity teaches.`,
  hint: ({ problem }) =>
    problem === 'untaught'
      ? 'Write it into “statements” of the activity that teaches it, or leave it out here.'
      : 'Write it into the “statements” of the plan as well, or leave it out here.',
  *plan({ entry, plan, activities, path }) {
    const claimed: readonly string[] = [
      ...plan.statements,
      ...('law-topics' in plan ? (plan['law-topics'] ?? []) : []),
    ];
    const taught = activities.flatMap(({ activity }) => activity.statements ?? []) as readonly string[];
    const place = (list: string, id: string, ids: readonly string[]): Path => path(`${list}/${ids.indexOf(id)}`);
    for (const statement of plan.statements) {
      if (taught.includes(statement)) continue;
      yield this.at(entry.source, place('statements', statement, plan.statements), {
        statement,
        problem: 'untaught',
      });
    }
    for (const { activity } of activities) {
      for (const statement of (activity.statements ?? []) as readonly string[]) {
        if (claimed.includes(statement)) continue;
        const at = place(`${activity.at}/statements`, statement, activity.statements ?? []);
        yield this.at(entry.source, at, { statement, problem: 'unclaimed' });
      }
    }
  },
});
