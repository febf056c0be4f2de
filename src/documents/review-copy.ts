import type { WordsToWeigh } from '../check/words-to-weigh.js';
import { canShow } from '../html/coverage.js';
import { artOf, belongsTo, footLine, headlineOf, lessonLabel, planBase, sourceLine, yearsOf } from './common.js';
import type { BaseModel, PlanKind } from './kind.js';
import type { SlideModel } from './slide-models.js';
import { slideModels } from './slide-models.js';
import type { Group } from './teacher-notes.js';
import { activityModels } from './teacher-notes.js';
import type { BlockModel } from './worksheet.js';
import { worksheetBlocks } from './worksheet.js';

/** What the template of the review copy gets. */
interface ReviewCopyModel extends BaseModel {
  header: string[];
  headline: string[];
  foot: string;
  art: ReturnType<typeof artOf>;
  /** The id that the sign-off takes. */
  plan: string;
  level: string;
  reason: string;
  care: string;
  findings: { severity: string; where: string; message: string }[];
  /** Words that are right in one place and wrong in another. */
  toWeigh: readonly WordsToWeigh[];
  activities: {
    number: number;
    title: string;
    phase: string;
    minutes: number;
    hardest: boolean;
    /** What is said and asked, beside the slide that is shown with it. */
    groups: Group[];
    questions: BlockModel[];
    cards: BlockModel[];
  }[];
  sources: string[];
}

/** All that pupils read or hear of a lesson, large enough to read, with what the check says and a place to sign. */
export const reviewCopy: PlanKind = {
  id: 'review-copy',
  of: 'plan',
  name: 'review copy',
  prints: ['mono', 'large', 'tinted'],
  compose(selected, { status, findings, toWeigh }): ReviewCopyModel {
    const { plan } = selected;
    const [one, other] = belongsTo(selected);
    const blocks = worksheetBlocks(selected);
    const slides = slideModels(selected);
    return {
      ...planBase(selected, status, 'review copy'),
      header: [
        `Review copy · ${one} ${other}`,
        `${lessonLabel(selected)} · ${yearsOf(selected)} · ${plan.minutes} minutes`,
      ],
      headline: headlineOf(plan),
      foot: `${footLine(selected)} · Review copy`,
      art: artOf(selected),
      plan: plan.id,
      level: plan['content-guidance'].level,
      reason: plan['content-guidance'].reason,
      care: plan.care,
      findings: findings.map(({ severity, where, message }) => ({
        severity,
        where: where ?? '',
        message: asShown(message),
      })),
      toWeigh: toWeigh(),
      activities: activityModels(selected).map((activity, index) => {
        const own = blocks.filter((block) => block.activity === plan.activities[index]?.id);
        return {
          number: activity.number,
          title: activity.title,
          phase: activity.phase,
          minutes: activity.minutes,
          hardest: activity.hardest,
          groups: heard(activity.groups, slides, activity.at),
          questions: own.filter(({ layout }) => layout !== 'cards'),
          cards: own.filter(({ layout }) => layout === 'cards'),
        };
      }),
      sources: plan.sources.map(sourceLine),
    };
  },
};

/** What pupils hear, beside what they see; slides that no step shows come last. */
function heard(groups: readonly Group[], slides: readonly SlideModel[], at: string): Group[] {
  const shown = new Set(groups.map(({ slide }) => slide?.id));
  const rest = slides.filter((slide) => slide.at.startsWith(`${at}/`) && !shown.has(slide.id));
  return [
    ...groups.map(({ slide, items }) => ({
      slide,
      items: items.filter(({ kind }) => kind === 'say' || kind === 'ask'),
    })),
    ...rest.map((slide) => ({ slide, items: [] })),
  ].filter(({ slide, items }) => slide !== null || items.length > 0);
}

/** A finding may quote what the fonts of the documents can’t show. */
function asShown(message: string): string {
  return [...message.normalize('NFC')].map((character) => (canShow(character) ? character : '?')).join('');
}
