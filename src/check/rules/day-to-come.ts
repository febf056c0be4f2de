import { dayInWords } from '../../library/dates.js';
import { defineRule } from '../rule.js';

const weekend = /^(?:Saturday|Sunday)/;

/** An awareness day whose dates are past, or that falls on a weekend with no day on which schools mark it. */
export const dayToCome = defineRule<{ problem: 'past' | 'weekend'; day: string; date: string }>({
  id: 'day-to-come',
  severity: 'warn',
  about: 'Each awareness day that is used has a date to come, and one on which schools can mark it.',
  message: ({ problem, day, date }) =>
    problem === 'past' ? `${day} was last on ${date}; no later date is given.` : `${day} falls on a ${date}.`,
  hint: ({ problem }) =>
    problem === 'past'
      ? 'Look the next date up with its organiser and add it to reference/days.yaml.'
      : 'Say in “marked” on which school day before it schools mark it.',
  *check(library) {
    const used = new Set([...library.campaigns.values(), ...library.sessions.values()].map(({ value }) => value.day));
    for (const entry of library.days.values()) {
      const { id, name, dates } = entry.value;
      if (!used.has(id)) continue;
      const coming = dates.findIndex(({ on }) => on >= library.today);
      const shown = dates.at(coming) as (typeof dates)[number];
      const path = [...entry.path, 'dates', coming < 0 ? dates.length - 1 : coming, 'on'];
      const date = dayInWords(shown.on);
      if (coming < 0)
        yield this.at(entry.source, path, { problem: 'past', day: name, date: `${date} ${shown.on.slice(0, 4)}` });
      else if (weekend.test(date) && !shown.marked)
        yield this.at(entry.source, path, { problem: 'weekend', day: name, date });
    }
  },
});
