import type { PageFacts } from '../../browser/facts.js';
import { finishPdf } from './finish.js';
import type { DocumentIdentity } from './identity.js';
import { selfCheck } from './self-check.js';

/** A PDF as the browser prints it, and what it is to say. */
export interface PrintedPdf {
  bytes: Uint8Array;
  facts: PageFacts;
  identity: DocumentIdentity;
  /** How far its pages reach beyond where a printer trims them, in millimetres. */
  bleed: number;
}

/** A finished PDF, how many pages it has, and what would keep somebody from reading it, in words. */
export interface FinishedPdf {
  bytes: Uint8Array;
  pages: number;
  problems: string[];
}

/**
 * Makes a printed PDF accessible, and asks the result whether it is.
 * @throws PdfError where the PDF is of a form that is not known
 */
export function finishAndCheck({ bytes: printed, facts, identity, bleed }: PrintedPdf): FinishedPdf {
  const bytes = finishPdf(printed, facts, identity, bleed);
  return { bytes, ...selfCheck(bytes, facts, identity) };
}
