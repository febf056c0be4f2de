import { isDay } from '../../library/dates.js';
import { defineRule, fixedFor } from '../rule.js';

/** A date that the calendar does not have would be printed as another one. */
export const dayInCalendar = defineRule<{ day: string; date: string }>({
  id: 'day-in-calendar',
  group: 'exactness',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Every date of an awareness day is in the calendar.',
  message: ({ day, date }) => `${day} is given for ${date}, which is no day of the calendar.`,
  hint: () => 'Look the date up with its organiser.',
  *check(library) {
    for (const { value, source, path } of library.days.values()) {
      for (const [index, occurrence] of value.dates.entries()) {
        for (const field of ['on', 'marked'] as const) {
          const date = occurrence[field];
          if (date === undefined || isDay(date)) continue;
          yield this.at(source, [...path, 'dates', index, field], { day: value.name, date });
        }
      }
    }
  },
});
