import { datesIn } from '../dates-typed.js';
import { prose } from '../prose.js';
import { defineRule } from '../rule.js';

/** A day that is over makes a document look forgotten, and readers doubt the rest. */
export const datePast = defineRule<{ words: string; today: string }>({
  id: 'date-past',
  group: 'exactness',
  severity: 'warn',
  dated: true,
  about: 'A day that a text speaks of is not over.',
  message: ({ words }) => `“${words}” is over.`,
  hint: () => 'Leave the year out, give the next day, or write $day.date for an awareness day.',
  *check(library) {
    for (const text of prose(library)) {
      for (const { words, start, end, day } of datesIn(text.text)) {
        if (!day || day >= library.today) continue;
        yield this.atWords(text.source, text.path, { text: text.text, start, end }, { words, today: library.today });
      }
    }
  },
});
