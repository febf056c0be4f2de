import { defineRule } from '../rule.js';

/** Two files with one id would overwrite each other's documents. */
export const idUnique = defineRule<{ id: string; other: string }>({
  id: 'id-unique',
  severity: 'error',
  about: 'No two files, and no two entries of a list, have the same id.',
  message: ({ id, other }) => `The id “${id}” is already taken by ${other}.`,
  hint: () => 'Give one of the two another id.',
});
