import { defineRule, fixedFor } from '../rule.js';
import { beforeTheyTalk, said } from '../taught.js';
import { hasSentence } from '../words.js';

/** Before pupils talk they must know what a teacher can't keep to themselves. */
export const confidentialitySaid = defineRule<{ activity: string }>({
  id: 'confidentiality-said',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'Before the class talks, the teacher says that a secret can’t be promised.',
  message: ({ activity }) =>
    `The class talks in “${activity}”, and nobody has said before that a secret can’t be promised.`,
  hint: () => 'Add “- routine: settle” to the first activity, or a step “say: $frame.safety” before pupils talk.',
  *plan(plan) {
    const { steps, talk } = beforeTheyTalk(plan);
    if (
      !talk ||
      said(steps).some((text) => hasSentence(text, /\bsecret/i, /\b(?:not|never|can['’]?t|cannot)\b|n['’]t\b/i))
    )
      return;
    yield this.at(plan.entry.source, plan.path(`${talk.at}/title`), { activity: talk.title });
  },
});
