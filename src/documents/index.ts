import { answers } from './answers.js';
import { cards } from './cards.js';
import { classKit } from './class-kit.js';
import { guideKinds, guideSlides } from './guides.js';
import { helpCard } from './help-card.js';
import type { DocumentKind } from './kind.js';
import { poster } from './poster.js';
import { reviewCopy } from './review-copy.js';
import { slides } from './slides.js';
import { social } from './social.js';
import { teacherNotes } from './teacher-notes.js';
import { unitAssessment } from './unit-assessment.js';
import { unitOverview } from './unit-overview.js';
import { worksheet } from './worksheet.js';

/** Every kind of document, in the order in which people read lists of them. */
export const documentKinds: readonly DocumentKind[] = [
  teacherNotes,
  slides,
  worksheet,
  answers,
  cards,
  classKit,
  reviewCopy,
  unitOverview,
  unitAssessment,
  poster,
  social,
  ...guideKinds,
  guideSlides,
  helpCard,
];
