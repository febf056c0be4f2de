import { defineRule, fixedFor } from '../rule.js';

const problems = {
  heading: (words: string) => `There is no column “${words}” in a list of schools.`,
  repeated: (words: string) => `The column “${words}” stands there twice.`,
  missing: (words: string) => `The column “${words}” is missing.`,
  cells: (words: string) => `This row has more cells than the first line has columns: “${words}” is too many.`,
  quote: () => 'A quotation mark in this list opens and does not close, or stands inside a cell by itself.',
  none: () => 'This list has no school in it.',
} as const;

/** What can be wrong with the form of a list of schools. */
export type Problem = keyof typeof problems;

/** A table of schools: one a row, a column for each field. */
export const csvForm = defineRule<{ problem: Problem; words: string; nearest: string | null }>({
  id: 'csv-form',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.reading,
  about: 'A list of schools (CSV) has one school a row, under known column names.',
  message: ({ problem, words }) => problems[problem](words),
  hint: ({ problem, nearest }) => {
    if (nearest) return `Did you mean “${nearest}”?`;
    if (problem === 'cells') return 'A cell with a comma in it needs quotation marks round it.';
    if (problem === 'quote') return 'Put the whole cell into quotation marks, and write each one inside it twice.';
    return 'See “A list of schools” in docs/authoring.md for the columns.';
  },
});
