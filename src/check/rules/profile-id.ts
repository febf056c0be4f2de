import { documentKinds } from '../../documents/index.js';
import { prints } from '../../documents/kind.js';
import { defineRule, fixedFor } from '../rule.js';

/** The id of a school stands at the end of file names, where ways of printing and sizes stand too. */
export const profileId = defineRule<{ id: string }>({
  id: 'profile-id',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.identity,
  about: 'The id of a school is no way of printing and no size, which stand in file names too.',
  message: ({ id }) =>
    `A school can’t have the id “${id}”, which in the names of documents is a way of printing or a size.`,
  hint: ({ id }) => `Choose a longer one, such as “${id}-school”.`,
  *check(library) {
    const taken = new Set<string>([...prints, ...documentKinds.flatMap(({ sizes }) => sizes ?? [])]);
    for (const { value, source } of library.profiles.values()) {
      if (taken.has(value.id)) yield this.at(source, ['id'], { id: value.id });
    }
  },
});
