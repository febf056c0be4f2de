import { plansOf } from '../../library/library.js';
import type { Path } from '../../library/place.js';
import { defineRule } from '../rule.js';

/** Two slides of one id: a step that shows it would always show the first. */
export const idRepeated = defineRule<{ id: string; what: string; line: string }>({
  id: 'id-repeated',
  severity: 'error',
  about: 'Each activity, slide and worksheet block of a lesson has an id of its own.',
  message: ({ id, what, line }) => `The id “${id}” is used for another ${what} too, in line ${line}.`,
  hint: () => 'Give one of them another id, and change the steps that show it.',
  *check(library) {
    for (const { value, source } of plansOf(library)) {
      const seen = new Map<string, Path>();
      const first = (what: string, id: string, path: Path) => {
        const before = seen.get(`${what} ${id}`);
        if (!before) seen.set(`${what} ${id}`, path);
        return before;
      };
      for (const [index, activity] of value.activities.entries()) {
        const own = ['activities', index] as const;
        const items = [
          { what: 'activity', id: activity.id, path: [...own, 'id'] },
          ...(activity.slides ?? []).map(({ id }, at) => ({ what: 'slide', id, path: [...own, 'slides', at, 'id'] })),
          ...(activity.worksheet ?? []).map(({ id }, at) => ({
            what: 'worksheet block',
            id,
            path: [...own, 'worksheet', at, 'id'],
          })),
        ];
        for (const { what, id, path } of items) {
          const before = first(what, id, path);
          if (before) yield this.at(source, path, { id, what, line: String(source.place(before).line) });
        }
      }
    }
  },
});
