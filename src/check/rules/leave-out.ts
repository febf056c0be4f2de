import { plansOf } from '../../library/library.js';
import { nearest } from '../../terminal/nearest.js';
import { defineRule, fixedFor } from '../rule.js';

const kept = ['settle', 'reflect', 'close'];

/** A school may leave out lessons and activities, but never what keeps a lesson safe. */
export const leaveOut = defineRule<{ what: string; problem: 'unknown' | 'kept' | 'hardest'; nearest: string | null }>({
  id: 'leave-out',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'What a profile leaves out exists, and is nothing that keeps a lesson safe.',
  message: ({ what, problem }) => {
    if (problem === 'unknown') return `There is no “${what}” to leave out.`;
    if (problem === 'kept')
      return `“${what}” can’t be left out: a lesson is safe only with its start, its reflection and its close.`;
    return `“${what}” is the hardest point, which the rest of its lesson prepares and follows up.`;
  },
  hint: ({ nearest: near, problem }) => {
    if (problem === 'unknown')
      return near ? `Did you mean “${near}”?` : 'Write lesson ids, and activities as lesson/activity.';
    return 'Leave out another activity, or the whole lesson.';
  },
  *check(library) {
    const plans = plansOf(library).map((entry) => entry.value);
    const activities = plans.flatMap((plan) =>
      plan.activities.map((activity) => ({ id: `${plan.id}/${activity.id}`, activity })),
    );
    for (const entry of library.profiles.values()) {
      const { lessons = [], activities: parts = [] } = entry.value['leave-out'] ?? {};
      const known = [...plans.map((plan) => plan.id), ...library.broken.flatMap(({ id }) => id ?? [])];
      for (const [index, what] of lessons.entries()) {
        if (known.includes(what)) continue;
        yield this.at(entry.source, ['leave-out', 'lessons', index], {
          what,
          problem: 'unknown',
          nearest: nearest(what, known),
        });
      }
      for (const [index, what] of parts.entries()) {
        const found = activities.find(({ id }) => id === what)?.activity;
        const path = ['leave-out', 'activities', index];
        if (!found) {
          const near = nearest(
            what,
            activities.map(({ id }) => id),
          );
          yield this.at(entry.source, path, { what, problem: 'unknown', nearest: near });
        } else if (kept.includes(found.phase))
          yield this.at(entry.source, path, { what, problem: 'kept', nearest: null });
        else if (found.hardest) yield this.at(entry.source, path, { what, problem: 'hardest', nearest: null });
      }
    }
  },
});
