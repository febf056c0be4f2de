import { UserError } from '../terminal/errors.js';
import type { Day } from './library.js';

/** The day where the person sits, as `2026-11-24`. */
export function todayHere(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The end of the year 9999, which is as far as dates in a PDF go. */
const lastSecond = 253_402_300_799;

/**
 * The time of SOURCE_DATE_EPOCH (seconds since 1970), with which builds give the same documents on any day; null where it
 * is not set.
 * @throws UserError when it is no such time
 */
export function sourceDate(epoch = process.env.SOURCE_DATE_EPOCH): Date | null {
  if (!epoch) return null;
  const seconds = Number(epoch);
  if (/^\d+$/.test(epoch) && seconds <= lastSecond) return new Date(seconds * 1000);
  throw new UserError(
    `SOURCE_DATE_EPOCH is “${epoch}”, which is no time that a document can bear.`,
    'Give the seconds since 1970, such as 1793145600, or unset it.',
  );
}

/**
 * The value of --today; without it the day of SOURCE_DATE_EPOCH, or the day where the person sits.
 * @throws UserError when it is no day
 */
export function todayFrom(named: string | undefined): string {
  if (named === undefined) return sourceDate()?.toISOString().slice(0, 10) ?? todayHere();
  if (isDay(named)) return named;
  throw new UserError(`“${named}” is not a day.`, 'Write it as year, month and day: --today 2027-03-01.');
}

/** Whether a text is a day of the calendar, as `2027-03-18`; `2027-02-30` is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T12:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The occurrence of an awareness day that is today or still to come; null where none is known for certain. */
export function comingDate({ dates, proof: { mark } }: Day, today: string): Day['dates'][number] | null {
  if (mark !== 'verified' && mark !== 'reported') return null;
  return dates.toSorted((one, other) => (one.on < other.on ? -1 : 1)).find(({ on }) => on >= today) ?? null;
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
