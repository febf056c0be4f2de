import type { PageFacts } from '../../browser/facts.js';
import type { DocumentIdentity } from './identity.js';
import type { Question } from './open.js';
import { openPdf } from './open.js';
import { fontsAreWhole } from './questions/fonts.js';
import {
  everythingIsMarked,
  noTextComesFromStyles,
  nothingIsReadTwice,
  onlyDecorationIsHidden,
} from './questions/marks.js';
import {
  areasHaveLinks,
  linksAreDescribed,
  longDocumentsHaveBookmarks,
  pagesHaveLabels,
} from './questions/navigation.js';
import { propertiesAgree } from './questions/properties.js';
import {
  contentFindsItsElement,
  elementsStandWhereTheyMay,
  figuresAreWhole,
  headingsAreInOrder,
  listsAreWhole,
  tablesAreWhole,
} from './questions/structure.js';
import { blocksStandApart, languagesAreKept, textIsWhole, wordsStandApart } from './questions/text.js';

import { pagesOf } from './structure.js';

const questions: readonly Question[] = [
  propertiesAgree,
  fontsAreWhole,
  everythingIsMarked,
  textIsWhole,
  wordsStandApart,
  blocksStandApart,
  languagesAreKept,
  onlyDecorationIsHidden,
  nothingIsReadTwice,
  noTextComesFromStyles,
  elementsStandWhereTheyMay,
  headingsAreInOrder,
  listsAreWhole,
  tablesAreWhole,
  figuresAreWhole,
  linksAreDescribed,
  areasHaveLinks,
  contentFindsItsElement,
  longDocumentsHaveBookmarks,
  pagesHaveLabels,
];

/**
 * Opens a finished PDF again and asks it about all that makes it accessible, also what validators pass over: text that
 * was lost on the way, pictures that are missing, feet of pages that are read as content.
 * @returns how many pages it has, and what is wrong, in words; nothing where all is well
 * @throws PdfError where it can't be opened
 */
export function selfCheck(finished: Uint8Array, facts: PageFacts, identity: DocumentIdentity): SelfCheck {
  const pdf = openPdf(finished, facts, identity);
  return { pages: pagesOf(pdf.file).length, problems: questions.flatMap((question) => question(pdf)) };
}

interface SelfCheck {
  pages: number;
  problems: string[];
}
