import type { SelectedPlan } from '../select/select.js';
import { artOf, footLine, planBase } from './common.js';
import type { BaseModel, PlanKind } from './kind.js';

/** What the template of the class kit gets. */
interface ClassKitModel extends BaseModel {
  belongs: string;
  art: ReturnType<typeof artOf>;
  agreement: { icon: string; promise: string; reason: string }[];
  /** Where a pupil may go, in the school's words; null where the card leaves a line to write on. */
  quietPlace: string | null;
  adult: string | null;
  /** One entry for each slip or card of a sheet. */
  copies: number[];
}

/** Slips and cards on a sheet of A4: two beside one another, four below. */
const perSheet = 8;

/** What a class needs in every lesson: the agreement for the wall, question slips, pass cards. */
export const classKit: PlanKind = {
  id: 'class-kit',
  of: 'plan',
  name: 'class kit',
  prints: ['mono'],
  compose: (selected, { status }): ClassKitModel => ({
    ...planBase(selected, status, 'class kit'),
    belongs: footLine(selected),
    art: artOf(selected),
    agreement: selected.frame.agreement.map(({ icon, promise, reason }) => ({ icon, promise, reason })),
    quietPlace: selected.school.quietPlace,
    adult: adultOf(selected),
    copies: Array.from({ length: perSheet }, (_copy, index) => index),
  }),
};

function adultOf({ school: { adult } }: SelectedPlan): string | null {
  return adult ? [adult.name, adult.where].filter(Boolean).join(', ') : null;
}
