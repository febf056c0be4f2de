import { defineRule, fixedFor } from '../rule.js';
import { said } from '../taught.js';
import { hasSentence } from '../words.js';

/** Whoever lives with what a careful lesson is about hears that it is not their fault. */
export const blameLineSaid = defineRule<{ level: string }>({
  id: 'blame-line-said',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'A careful or sensitive plan says aloud that it is never the fault of those it happened to.',
  message: ({ level }) => `The level is “${level}”, and no step says that it is not the fault of those it happened to.`,
  hint: () => 'Add “- routine: blame-line”, or a step “say: $frame.blame”.',
  *plan({ entry, plan, activities, path }) {
    const { level } = plan['content-guidance'];
    if (level !== 'careful' && level !== 'sensitive') return;
    const all = activities.flatMap(({ steps }) => said(steps));
    if (all.some((text) => hasSentence(text, /\bfault\b/i, /\b(?:not|never|nobody)\b|n['’]t\b/i))) return;
    yield this.at(entry.source, path('content-guidance/level'), { level });
  },
});
