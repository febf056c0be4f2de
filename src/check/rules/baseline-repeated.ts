import { defineRule } from '../rule.js';
import type { TaughtActivity } from '../taught.js';
import { stemOf, wordsOf } from '../words.js';

/** Share of the baseline's words that come back. */
const enough = 0.5;

/** Words that say nothing of what is asked. */
const small = new Set(
  'a an and any are as at be but by can could do does for from had has have how i if in is it its me my no not of on one or our she he so that the their them then there these they this to too up us was we what when where which who why will with would you your yes'
    .split(' ')
    .map(stemOf),
);

/** Only where the same is asked at the beginning and the end can anybody see what was learned. */
export const baselineRepeated = defineRule<{ baseline: string }>({
  id: 'baseline-repeated',
  group: 'craft',
  severity: 'warn',
  about: 'What the baseline asks comes back in the reflection.',
  message: ({ baseline }) => `What the baseline, “${baseline}”, asks does not come back at the end.`,
  hint: () => 'Ask the same again in the phase reflect, for an answer in another colour.',
  *plan({ entry, activities, path }) {
    const baseline = activities.find(({ activity }) => activity.phase === 'baseline');
    if (!baseline) return;
    const reflect = activities.filter(({ activity }) => activity.phase === 'reflect');
    const asked = contentOf(asks(baseline));
    const again = reflect.flatMap(asks);
    const back = contentOf(again);
    const shared = [...asked].filter((stem) => back.has(stem)).length;
    if (reflect.length > 0 && (shared >= asked.size * enough || again.some(isReference))) return;
    const { at } = (reflect[0] ?? baseline).activity;
    yield this.at(entry.source, path(`${at}/title`), { baseline: baseline.activity.title });
  },
});

/** What pupils are asked in an activity: on slides, on the sheet and by the teacher. */
function asks({ activity, steps }: TaughtActivity): string[] {
  const slides = (activity.slides ?? []).flatMap((slide) =>
    slide.layout === 'question' ? slide.question : slide.layout === 'task' ? slide.steps : [],
  );
  const sheet = (activity.worksheet ?? []).flatMap((block) => ('instruction' in block ? block.instruction : []));
  return [...slides, ...sheet, ...steps.flatMap(({ ask, say }) => [ask ?? [], say ?? []].flat())];
}

function contentOf(texts: readonly string[]): Set<string> {
  const stems = texts.flatMap((text) => wordsOf(text).map(({ word }) => stemOf(word)));
  return new Set(stems.filter((stem) => stem.length > 2 && !small.has(stem)));
}

/** Whether a text sends pupils back to what they wrote, without repeating it. */
function isReference(text: string): boolean {
  return /\b(?:go|look|come|turn|comes?) back to\b|\blook (?:at\b.*\b)?again\b|\bat the start\b|\bquestions? 1\b|\bfirst question\b|\bsame question\b|\bthe beginning\b/i.test(
    text,
  );
}
