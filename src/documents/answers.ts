import type { PlanKind } from './kind.js';
import { hasWorksheet, worksheetModel } from './worksheet.js';

/** The answers to the worksheet, and what to look for in open ones; for teachers. */
export const answers: PlanKind = {
  id: 'answers',
  of: 'plan',
  name: 'answers',
  others: ['docx'],
  prints: ['large', 'tinted'],
  mono: true,
  applies: hasWorksheet,
  compose: (selected, { status }) => worksheetModel(selected, status, 'answers'),
};
