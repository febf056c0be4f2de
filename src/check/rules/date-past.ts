import { datesIn } from '../dates-typed.js';
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
  texts({ today }) {
    return {
      look: (text) =>
        datesIn(text.text)
          .filter(({ day }) => day !== null && day < today)
          .map(({ words, start, end }) =>
            this.atWords(text.source, text.path, { text: text.text, start, end }, { words, today }),
          ),
    };
  },
});
