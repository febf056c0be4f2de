import { defineRule } from '../rule.js';
import { authored } from '../walk.js';

/** Nothing is called reviewed that is not: a status typed by hand proves nothing. */
export const statusDraft = defineRule<Record<string, never>>({
  id: 'status-draft',
  severity: 'error',
  about: 'Nothing is called reviewed by hand.',
  message: () => 'This is marked as reviewed, but there is no sign-off that the tool could check.',
  hint: () => 'Write “status: draft”, and take out “sign-off”. Documents then say that they are drafts.',
  *check(library) {
    for (const entry of authored(library)) {
      const { status, 'sign-off': signOff } = entry.value as { status?: string; 'sign-off'?: unknown };
      if (status === 'reviewed') yield this.at(entry.source, ['status'], {});
      else if (signOff !== undefined) yield this.at(entry.source, ['sign-off'], {}, 'key');
    }
  },
});
