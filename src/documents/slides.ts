import { planBase } from './common.js';
import type { BaseModel, PlanKind } from './kind.js';
import type { SlideModel } from './slide-models.js';
import { slideModels } from './slide-models.js';

/** What the template of the slides gets. */
interface SlidesModel extends BaseModel {
  slides: SlideModel[];
}

/** The slides of a lesson or session, 16:9. */
export const slides: PlanKind = {
  id: 'slides',
  of: 'plan',
  name: 'slides',
  applies: ({ plan }) => plan.activities.some((activity) => activity.slides !== undefined),
  compose(selected, { status }): SlidesModel {
    return {
      ...planBase(selected, status, 'slides'),
      slides: slideModels(selected),
    };
  },
};
