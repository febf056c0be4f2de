import { datesIn, weekdayOf } from '../dates-typed.js';
import { defineRule } from '../rule.js';

/** A poster with the wrong weekday sends people on the wrong day. */
export const weekdayDate = defineRule<{ words: string; weekday: string; fix: string }>({
  id: 'weekday-date',
  group: 'exactness',
  severity: 'error',
  about: 'A weekday fits the date beside it.',
  message: ({ words, weekday }) => `“${words}”: that day is a ${weekday}.`,
  hint: ({ weekday }) => `Write ${weekday}, or mend the date. For an awareness day write $day.date.`,
  texts() {
    return {
      look: (text) =>
        datesIn(text.text).flatMap(({ words, start, end, weekday, day }) => {
          if (!weekday || !day) return [];
          const right = weekdayOf(day);
          if (weekday.toLowerCase() === right.toLowerCase()) return [];
          const fix = `${right}${words.slice(weekday.length)}`;
          return [
            this.atWords(text.source, text.path, { text: text.text, start, end }, { words, weekday: right, fix }),
          ];
        }),
    };
  },
});
