import { defineRule, fixedFor } from '../rule.js';
import { beforeTheyTalk, said } from '../taught.js';

/** Nobody can be made to speak about what may be their own life. */
export const rightToPass = defineRule<{ activity: string }>({
  id: 'right-to-pass',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'Before the class talks, the teacher says that anyone may pass.',
  message: ({ activity }) => `The class talks in “${activity}”, and nobody has said before that anyone may pass.`,
  hint: () => 'Add “- routine: settle” to the first activity, or a step “say: $frame.pass” before pupils talk.',
  *plan(plan) {
    const { steps, talk } = beforeTheyTalk(plan);
    if (!talk || said(steps).some((text) => /\bpass\b/i.test(text))) return;
    yield this.at(plan.entry.source, plan.path(`${talk.at}/title`), { activity: talk.title });
  },
});
