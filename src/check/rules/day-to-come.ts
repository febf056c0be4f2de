import { comingDate, dateInWords, dayInWords, isDay } from '../../library/dates.js';
import type { Day } from '../../library/library.js';
import { defineRule } from '../rule.js';

const weekend = /^(?:Saturday|Sunday)/;

const problems = {
  past: (day: string, date: string) => `${day} was last on ${date}; no later date is given.`,
  again: (day: string, date: string) => `The next date of ${day} was to be looked up from ${date} on.`,
  unsure: (day: string, date: string) => `${day} is not certain to be on ${date}, so documents give no date.`,
  weekend: (day: string, date: string) => `${day} falls on ${date}.`,
} as const;

type Problem = keyof typeof problems;

/** An awareness day of which no date to come is known, or that falls on a weekend with no day on which schools mark it. */
export const dayToCome = defineRule<{ problem: Problem; day: string; date: string }>({
  id: 'day-to-come',
  group: 'exactness',
  severity: 'warn',
  dated: true,
  about: 'Each awareness day that is used has a date to come, and one on which schools can mark it.',
  message: ({ problem, day, date }) => problems[problem](day, date),
  hint: ({ problem }) =>
    problem === 'weekend'
      ? 'Say in “marked” on which school day before it schools mark it.'
      : 'Look the next date up with its organiser and add it to reference/days.yaml; where there is none yet, say in “look-again” from when to ask.',
  *check(library) {
    const used = new Set([...library.campaigns.values(), ...library.sessions.values()].map(({ value }) => value.day));
    for (const entry of library.days.values()) {
      const found = used.has(entry.value.id) ? problemOf(entry.value, library.today) : null;
      // Dates that are none have a rule of their own.
      if (!found || !isDay(found.date)) continue;
      const { problem, date } = found;
      const words = problem === 'weekend' ? dayInWords(date) : dateInWords(date);
      yield this.at(entry.source, [...entry.path, ...found.path], { problem, day: entry.value.name, date: words });
    }
  },
});

function problemOf(day: Day, today: string): { problem: Problem; date: string; path: (string | number)[] } | null {
  const at = (problem: Problem, date: string) => ({
    problem,
    date,
    path: ['dates', day.dates.findIndex(({ on }) => on === date), 'on'],
  });
  const coming = comingDate(day, today);
  if (coming) return weekend.test(dayInWords(coming.on)) && !coming.marked ? at('weekend', coming.on) : null;
  const again = day['look-again'];
  if (again) return again <= today ? { problem: 'again', date: again, path: ['look-again'] } : null;
  const last = day.dates
    .map(({ on }) => on)
    .sort()
    .at(-1) as string;
  return at(last < today ? 'past' : 'unsure', last);
}
