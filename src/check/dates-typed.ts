import { isDay } from '../library/dates.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const typed = new RegExp(
  `(?:\\b(${weekdays.join('|')}),? (?:the )?)?\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months.join('|')})(?:,? (20\\d\\d))?\\b`,
  'gi',
);

/** A date as it is typed in a text. */
interface TypedDate {
  words: string;
  start: number;
  end: number;
  weekday: string | null;
  /** As `2027-03-18`; null where no year stands, or there is no such day. */
  day: string | null;
}

/** The dates in a text, such as `Thursday 18 March 2027`. */
export function datesIn(text: string): TypedDate[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(typed)].map(({ index, 0: words, 1: weekday, 2: date, 3: month, 4: year }) => {
    const number = months.findIndex((name) => name.toLowerCase() === month?.toLowerCase()) + 1;
    const day = `${year}-${String(number).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    return { words, start: index, end: index + words.length, weekday: weekday ?? null, day: isDay(day) ? day : null };
  });
}

/** The weekday of a day such as `2027-03-18`. */
export function weekdayOf(day: string): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] as string;
}
