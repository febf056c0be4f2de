import type { SelectedPlan } from '../select/select.js';
import { footLine, planBase } from './common.js';
import type { BaseModel, PlanKind } from './kind.js';
import type { BlockModel } from './worksheet.js';
import { worksheetBlocks } from './worksheet.js';

/** What the template of the cards gets. */
interface CardsModel extends BaseModel {
  belongs: string;
  cards: BlockModel[];
}

/** Cards to cut out, six on a sheet of A4, always in black and white. */
export const cards: PlanKind = {
  id: 'cards',
  of: 'plan',
  name: 'cards',
  others: ['docx'],
  prints: ['large', 'tinted'],
  mono: true,
  applies: (selected) => cardBlocks(selected).length > 0,
  compose: (selected, { status }): CardsModel => ({
    ...planBase(selected, status, 'cards'),
    belongs: footLine(selected),
    cards: cardBlocks(selected),
  }),
};

function cardBlocks(selected: SelectedPlan): BlockModel[] {
  return worksheetBlocks(selected).filter(({ layout }) => layout === 'cards');
}
