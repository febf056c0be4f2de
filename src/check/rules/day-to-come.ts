import { comingDate, dayInWords, isDay } from '../../library/dates.js';
import { defineRule } from '../rule.js';

const weekend = /^(?:Saturday|Sunday)/;

/** An awareness day whose dates are past, or that falls on a weekend with no day on which schools mark it. */
export const dayToCome = defineRule<{ problem: 'past' | 'weekend'; day: string; date: string }>({
  id: 'day-to-come',
  group: 'exactness',
  severity: 'warn',
  dated: true,
  about: 'Each awareness day that is used has a date to come, and one on which schools can mark it.',
  message: ({ problem, day, date }) =>
    problem === 'past' ? `${day} was last on ${date}; no later date is given.` : `${day} falls on ${date}.`,
  hint: ({ problem }) =>
    problem === 'past'
      ? 'Look the next date up with its organiser and add it to reference/days.yaml.'
      : 'Say in “marked” on which school day before it schools mark it.',
  *check(library) {
    const used = new Set([...library.campaigns.values(), ...library.sessions.values()].map(({ value }) => value.day));
    for (const entry of library.days.values()) {
      const { id, name, dates } = entry.value;
      if (!used.has(id)) continue;
      // The last one where all are past; dates that are none have a rule of their own.
      const { on, marked } = comingDate(entry.value, library.today);
      const path = [...entry.path, 'dates', dates.findIndex((date) => date.on === on), 'on'];
      if (!isDay(on)) continue;
      const words = dayInWords(on);
      if (on < library.today)
        yield this.at(entry.source, path, { problem: 'past', day: name, date: `${words} ${on.slice(0, 4)}` });
      else if (weekend.test(words) && !marked)
        yield this.at(entry.source, path, { problem: 'weekend', day: name, date: words });
    }
  },
});
