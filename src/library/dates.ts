import { UserError } from '../terminal/errors.js';
import type { Day } from './library.js';

/** The day where the person sits, as `2026-11-24`. */
export function todayHere(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The value of --today, or the day where the person sits.
 * @throws UserError when it is no day
 */
export function todayFrom(named: string | undefined): string {
  if (named === undefined) return todayHere();
  if (isDay(named)) return named;
  throw new UserError(`“${named}” is not a day.`, 'Write it as year, month and day: --today 2027-03-01.');
}

/** Whether a text is a day of the calendar, as `2027-03-18`; `2027-02-30` is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T12:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The occurrence of an awareness day that is today or still to come; the last one where all are past. */
export function comingDate(day: Day, today: string): Day['dates'][number] {
  const sorted = [...day.dates].sort((one, other) => (one.on < other.on ? -1 : 1));
  return sorted.find(({ on }) => on >= today) ?? (sorted.at(-1) as Day['dates'][number]);
}

/** `2027-03-18` as `18 March 2027`. */
export function dateInWords(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `2027-03-18` as `Thursday 18 March`. */
export function dayInWords(date: string): string {
  const words = new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return words.replace(',', '').replace(/(\d) /, '$1\u00A0');
}
