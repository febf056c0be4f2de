import { dateInWords } from '../../library/dates.js';
import { signables } from '../../sign-off/parts.js';
import { reviewState } from '../../sign-off/state.js';
import { defineRule } from '../rule.js';

interface Args {
  [key: string]: string | readonly string[];
  by: string;
  on: string;
  changed: readonly string[];
}

/** What changed after somebody signed it off is a draft again, and says so. */
export const signOffLapsed = defineRule<Args>({
  id: 'sign-off-lapsed',
  group: 'form',
  severity: 'warn',
  about: 'What changes after a sign-off is a draft again.',
  message: ({ by, on, changed }) =>
    `${by}, signed this off on ${dateInWords(on)}. Since then this has changed: ${changed.join(', ')}. So documents say “Draft, not reviewed”.`,
  hint: () => 'Let it be read again and signed off with “pshe sign-off”, or take the change back.',
  *check(library) {
    for (const entry of signables(library)) {
      const state = reviewState(library, entry);
      if (state.state !== 'lapsed') continue;
      const { by, on, changed } = state;
      yield this.at(entry.source, ['sign-off'], { by, on, changed: changed.map(inWords) }, 'key');
    }
  },
});

const nouns: Readonly<Record<string, string>> = {
  plan: 'its outline',
  unit: 'what it says of its unit',
  frame: 'the frame of all lessons',
};

/** `activity welcome` as `activity “welcome”`. */
function inWords(part: string): string {
  const [kind = '', id] = part.split(/ (.*)/);
  return id ? `${kind} “${id}”` : (nouns[part] ?? `the ${part}`);
}
