import { defineRule, fixedFor } from '../rule.js';

/** The form of ids, as in the schema. */
const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A lesson is found by its file name; an id that differs sends people to the wrong file. */
export const idMatchesFile = defineRule<{ id: string; expected: string; unit: boolean }>({
  id: 'id-matches-file',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.identity,
  about: 'The id of a file is its file name (for a unit, the name of its folder).',
  message: ({ id, expected, unit }) =>
    `The id is “${id}”, but by the name of its ${unit ? 'folder' : 'file'} it should be “${expected}”.`,
  hint: ({ id, expected, unit }) => {
    const rename = unit ? 'rename the folder' : `rename the file to ${id}.yaml`;
    return isId.test(expected) ? `Write “id: ${expected}”, or ${rename}.` : `Please ${rename}.`;
  },
});
