import type { Phrase } from '../../library/types.js';
import type { PhraseFinder } from '../phrases.js';
import { phraseFinder } from '../phrases.js';
import { defineRule } from '../rule.js';

/** What nobody can see, nobody can tell whether it was learned. */
export const outcomeSeen = defineRule<{ verb: string; problem: 'verb' | 'begins'; instead: string }>({
  id: 'outcome-seen',
  group: 'craft',
  severity: 'warn',
  about: 'An outcome begins with “I can” and says what a pupil does.',
  message: ({ verb, problem }) =>
    problem === 'begins'
      ? 'This outcome does not begin with “I can”.'
      : `Nobody can see whether a pupil can “${verb}”.`,
  hint: ({ instead }) => `Begin with “I can” and something that can be seen or heard: ${instead}.`,
  *plan({ entry, plan, path }, { phrases }) {
    const entries = phrases.get('outcome-seen')?.value.entries ?? [];
    const finder = finderOf(entries);
    const instead = entries[0]?.instead ?? '';
    for (const [index, outcome] of plan.outcomes.entries()) {
      const verb = /^I can ([^,]*)/.exec(outcome)?.[1];
      const found = verb === undefined ? undefined : finder.find(verb).find(({ start }) => start === 0);
      if (verb !== undefined && !found) continue;
      const problem = verb === undefined ? 'begins' : 'verb';
      yield this.at(entry.source, path(`outcomes/${index}`), { verb: found?.words ?? '', problem, instead });
    }
  },
});

const finders = new WeakMap<readonly Phrase[], PhraseFinder<Phrase>>();

/** The finder of a list, made once for all plans. */
function finderOf(entries: readonly Phrase[]): PhraseFinder<Phrase> {
  const finder = finders.get(entries) ?? phraseFinder(entries);
  finders.set(entries, finder);
  return finder;
}
