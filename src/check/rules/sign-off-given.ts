import { defineRule } from '../rule.js';
import { authored } from '../walk.js';

/** Nothing is called reviewed that is not: a status typed by hand proves nothing. */
export const signOffGiven = defineRule<{ problem: 'typed' | 'taken-back' }>({
  id: 'sign-off-given',
  group: 'form',
  severity: 'error',
  fixed: 'Nothing may be called reviewed that nobody has read.',
  about: 'Nothing is called reviewed by hand.',
  message: ({ problem }) =>
    problem === 'typed'
      ? 'This is marked as reviewed, but nobody has signed it off.'
      : 'This is signed off, and yet its status is draft.',
  hint: ({ problem }) =>
    problem === 'typed'
      ? 'Write “status: draft”. Who has read it and answers for it runs “pshe sign-off”.'
      : 'To take the sign-off back, delete the lines of “sign-off” as well; to keep it, run “pshe sign-off” again.',
  *check(library) {
    for (const entry of authored(library)) {
      const { status, 'sign-off': signOff } = entry.value as { status?: string; 'sign-off'?: unknown };
      if (status === 'reviewed' && signOff === undefined) yield this.at(entry.source, ['status'], { problem: 'typed' });
      if (status === 'draft' && signOff !== undefined)
        yield this.at(entry.source, ['status'], { problem: 'taken-back' });
    }
  },
});
