import { datesIn, weekdayOf } from '../dates-typed.js';
import { prose } from '../prose.js';
import { defineRule } from '../rule.js';

/** A poster with the wrong weekday sends people on the wrong day. */
export const weekdayDate = defineRule<{ words: string; weekday: string; fix: string }>({
  id: 'weekday-date',
  group: 'exactness',
  severity: 'error',
  about: 'A weekday fits the date beside it.',
  message: ({ words, weekday }) => `“${words}”: that day is a ${weekday}.`,
  hint: ({ weekday }) => `Write ${weekday}, or mend the date. For an awareness day write $day.date.`,
  *check(library) {
    for (const text of prose(library)) {
      for (const { words, start, end, weekday, day } of datesIn(text.text)) {
        if (!weekday || !day) continue;
        const right = weekdayOf(day);
        if (weekday.toLowerCase() === right.toLowerCase()) continue;
        const fix = `${right}${words.slice(weekday.length)}`;
        yield this.atWords(text.source, text.path, { text: text.text, start, end }, { words, weekday: right, fix });
      }
    }
  },
});
