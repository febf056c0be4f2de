import { defineRule } from '../rule.js';

/** Phases by their place; those with the same place may alternate. */
const orders = {
  lesson: { settle: 0, baseline: 1, explore: 2, practise: 2, reflect: 3, close: 4 },
  session: { settle: 0, look: 1, think: 2, help: 3, close: 4 },
} as const;

/** A plan that leaves out the calm beginning or end, or turns round what comes first, loses its shape. */
export const phaseOrder = defineRule<{ phase: string; problem: string; order: readonly string[] }>({
  id: 'phase-order',
  group: 'craft',
  severity: 'error',
  about: 'Activities come in the order of their phases, from settle to close.',
  message: ({ phase, problem }) =>
    problem === 'first'
      ? `The first activity is in the phase “${phase}”, not “settle”.`
      : problem === 'last'
        ? `The last activity is in the phase “${phase}”, not “close”.`
        : problem === 'strange'
          ? `The phase “${phase}” has no place in a plan of this kind.`
          : `The phase “${phase}” comes after “${problem}”.`,
  hint: ({ order }) => `The order is: ${order.join(', ')}.`,
  *plan({ entry, plan, activities, path }) {
    const order: Readonly<Record<string, number>> = orders['unit' in plan ? 'lesson' : 'session'];
    const words = Object.keys(order);
    const at = (index: number, problem: string) => {
      const activity = activities[index]?.activity;
      return this.at(entry.source, path(`${activity?.at}/phase`), {
        phase: activity?.phase ?? '',
        problem,
        order: words,
      });
    };
    const phases = activities.map(({ activity }) => activity.phase as string);
    if (phases[0] !== 'settle') yield at(0, 'first');
    if (phases.at(-1) !== 'close') yield at(phases.length - 1, 'last');
    let latest = phases[0] as string;
    for (const [index, phase] of phases.entries()) {
      if (order[phase] === undefined) yield at(index, 'strange');
      else if ((order[phase] as number) < (order[latest] ?? 0)) yield at(index, latest);
      else latest = phase;
    }
  },
});
