import { bands as allBands } from '../../library/library.js';
import { forBand } from '../../select/age-gate.js';
import { defineRule, fixedFor } from '../rule.js';
import { hasSentence } from '../words.js';

const negation = /\b(?:no|not|never|cannot)\b|n['’]t\b/i;

/** What every plan for that moment says, and how to tell that it is there. */
const needed = {
  'that no secret is promised': (text: string) => hasSentence(text, /\bsecret\b|\bconfidential/i, negation),
  'that no leading questions are asked': (text: string) => hasSentence(text, /\bquestions?\b/i, negation),
  'that it is not the pupil’s fault': (text: string) => hasSentence(text, /\bfault\b|\bblame\b/i, negation),
  'to tell the safeguarding lead': (text: string) => /\$lead\b|safeguarding lead/i.test(text),
  'to write it down': (text: string) => /\b(?:write|record|note)\b/i.test(text),
} as const;

/** What a teacher does in the first minute after a pupil tells decides whether the pupil is safe. */
export const tellsPlanned = defineRule<{ what: string }>({
  id: 'tells-planned',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'The frame says all that a teacher needs for the moment when a pupil tells something.',
  message: ({ what }) => `What to do when a pupil tells something does not say ${what}.`,
  hint: () => 'Add it to “if-a-pupil-tells” in the frame, in a short sentence.',
  *check(library) {
    const { frame } = library;
    if (!frame) return;
    for (const band of allBands) {
      const text = forBand(frame.value, band)['if-a-pupil-tells'].join('\n');
      for (const [what, isThere] of Object.entries(needed)) {
        if (!isThere(text)) yield this.at(frame.source, ['if-a-pupil-tells'], { what }, 'key');
      }
    }
  },
});
