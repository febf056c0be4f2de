import type { PageFacts } from '../../browser/facts.js';
import type { DocumentIdentity } from './identity.js';
import { markArtifacts } from './mends/artifacts.js';
import { writeBookmarks } from './mends/bookmarks.js';
import { setBoxes } from './mends/boxes.js';
import { putBreaksBack } from './mends/breaks.js';
import { dropDecorations } from './mends/decorations.js';
import { measureFigures, mergeFigures } from './mends/figures.js';
import { nameForms } from './mends/forms.js';
import { describeLinks } from './mends/links.js';
import { giveItemsBodies } from './mends/lists.js';
import { setViewer, writeProperties } from './mends/properties.js';
import { readHeadersOnce, restoreCaptions, tidyCells } from './mends/tables.js';
import { dissolveWrappers } from './mends/wrappers.js';
import type { Mend, OpenPdf } from './open.js';
import { openPdf } from './open.js';
import type { Stream } from './streams.js';
import { writeStructure } from './structure.js';

/** In this order: each may rely on what those before it have put right. */
const mends: readonly Mend[] = [
  nameForms,
  dissolveWrappers,
  mergeFigures,
  readHeadersOnce,
  dropDecorations,
  restoreCaptions,
  measureFigures,
  giveItemsBodies,
  tidyCells,
  putBreaksBack,
  describeLinks,
  markArtifacts,
  setViewer,
  writeProperties,
];

/**
 * Makes a PDF as Chromium prints it into one that conforms to PDF/UA-1 (ISO 14289-1), without changing a pixel of it.
 * The same bytes, facts and identity give the same bytes.
 * @param printed what the browser printed, tagged
 * @param facts what the page says, in the browser's words
 * @param bleed how far its pages reach beyond where a printer trims them, in millimetres
 * @throws PdfError where the PDF is of a form that is not known
 */
export function finishPdf(printed: Uint8Array, facts: PageFacts, identity: DocumentIdentity, bleed = 0): Buffer {
  const pdf = openPdf(printed, facts, identity);
  for (const mend of mends) mend(pdf);
  if (bleed > 0) setBoxes(pdf.file, bleed);
  for (const stream of pdf.streams.all) rewrite(pdf, stream);
  const objects = writeStructure(pdf.file, pdf.roots);
  writeBookmarks(pdf, objects);
  return pdf.file.write();
}

/** Applies what the mends changed in a content stream. */
function rewrite({ file }: OpenPdf, { ref, scan, edits }: Stream): void {
  if (edits.length === 0) return;
  const sorted = [...edits].sort((one, other) => one.from - other.from || one.to - other.to);
  let text = '';
  let at = 0;
  for (const edit of sorted) {
    text += scan.stream.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  file.setStream(ref, text + scan.stream.slice(at));
}
