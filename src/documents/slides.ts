import type { SlideNotes } from '../formats/pptx/notes.js';
import { plainText } from '../html/inline.js';
import type { SelectedPlan } from '../select/select.js';
import { planBase } from './common.js';
import type { BaseModel, PlanKind } from './kind.js';
import type { SlideModel } from './slide-models.js';
import { slideModels } from './slide-models.js';
import type { Group } from './teacher-notes.js';
import { activityModels } from './teacher-notes.js';

/** What the teacher says and does while a slide is shown. */
export interface Spoken {
  script: Group['items'];
}

/** What the template of the slides gets. */
interface SlidesModel extends BaseModel {
  slides: (SlideModel & Spoken)[];
}

const leads = { say: 'Say', ask: 'Ask', do: null, 'listen-for': 'Listen for' } as const;

/** The notes of slides: what each is for, then what is said and done, as it is read on paper. */
export function notesOf(model: BaseModel): SlideNotes[] {
  return (model as SlidesModel).slides.map(({ id, notes, script }) => ({
    id,
    lines: [
      { lead: null, text: plainText(notes) },
      ...script.map(({ kind, text }) => ({
        lead: leads[kind],
        text: kind === 'say' || kind === 'ask' ? `“${plainText(text)}”` : plainText(text),
      })),
    ],
  }));
}

/** The slides of a lesson or session, 16:9. */
export const slides: PlanKind = {
  id: 'slides',
  of: 'plan',
  name: 'slides',
  others: ['html', 'pptx'],
  notes: notesOf,
  applies: ({ plan }) => plan.activities.some((activity) => activity.slides !== undefined),
  compose(selected, { status }): SlidesModel {
    const script = scriptOf(selected);
    return {
      ...planBase(selected, status, 'slides'),
      slides: slideModels(selected).map((slide) => ({ ...slide, script: script.get(slide.id) ?? [] })),
    };
  },
};

/** What is said and done at each slide, by its id: up to the next one, over the end of an activity too. */
function scriptOf(selected: SelectedPlan): Map<string, Group['items']> {
  const script = new Map<string, Group['items']>();
  let shown: string | null = null;
  for (const { slide, items } of activityModels(selected).flatMap(({ groups }) => groups)) {
    shown = slide?.id ?? shown;
    if (shown !== null) script.set(shown, [...(script.get(shown) ?? []), ...items]);
  }
  return script;
}
