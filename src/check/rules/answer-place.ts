import { nearest } from '../../terminal/nearest.js';
import { defineRule } from '../rule.js';

/** An answer that fits none of the boxes can't be marked. */
export const answerPlace = defineRule<{ answer: string; places: readonly string[]; nearest: string | null }>({
  id: 'answer-place',
  group: 'form',
  severity: 'error',
  about: 'The answer of a tick table is one of its columns, the box of a sorted item one of the boxes.',
  message: ({ answer }) => `“${answer}” is none of the headings.`,
  hint: ({ places, nearest: near }) => (near ? `Did you mean “${near}”?` : `The headings are: ${places.join(', ')}.`),
  *plan({ entry, activities, path }) {
    for (const block of activities.flatMap(({ activity }) => activity.worksheet ?? [])) {
      const answers =
        block.layout === 'tick-table'
          ? block.rows.map((row) => ({ answer: row.answer, at: `${row.at}/answer`, places: block.columns }))
          : block.layout === 'sort'
            ? block.items.map((item) => ({ answer: item.box, at: `${item.at}/box`, places: block.boxes }))
            : [];
      for (const { answer, at, places } of answers) {
        if (places.some((place) => begins(answer, place)) || /^(?:either|both|any|it depends|depends)\b/i.test(answer))
          continue;
        yield this.at(entry.source, path(at), { answer, places, nearest: nearest(answer, places) });
      }
    }
  },
});

/** Whether an answer is a heading, or begins with it and goes on to say what to accept. */
function begins(answer: string, place: string): boolean {
  const rest = answer.slice(place.length);
  return answer.toLowerCase().startsWith(place.toLowerCase()) && !/^\p{L}/u.test(rest);
}
