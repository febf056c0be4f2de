import type { Mend, OpenPdf } from '../open.js';
import type { Content, Kid, StructureElement } from '../structure.js';
import { inlineTypes, isContent, isElement } from '../structure.js';

/** What stays even where it says nothing: a table needs all of its cells (rule 7.2-43). */
const cells = new Set(['TD', 'TH', 'TR', 'Table', 'THead', 'TBody', 'TFoot']);

/** What may hold painting that means something. */
const pictures = new Set(['Figure', 'Formula']);

/**
 * Takes out of the structure what is only for the eye: painted boxes and rules, and lines to write on. They become
 * artifacts. Elements that are then empty go with them.
 */
export const dropDecorations: Mend = (pdf) => {
  for (const root of pdf.roots) root.kids = keptIn(pdf, root);
};

function keptIn(pdf: OpenPdf, parent: StructureElement): Kid[] {
  if (pictures.has(parent.type)) return parent.kids;
  const kids = parent.kids.flatMap((kid): Kid[] => {
    if (isContent(kid)) return (pdf.streams.region(kid)?.lines.length ?? 0) > 0 ? [kid] : [];
    if (!isElement(kid)) return [kid];
    kid.kids = keptIn(pdf, kid);
    return kid.kids.length > 0 || cells.has(kid.type) || pictures.has(kid.type) ? [kid] : [];
  });
  return inlineTypes.has(parent.type) || says(pdf, kids)
    ? kids
    : kids.filter(isElement).filter(({ type }) => cells.has(type));
}

/** Whether there is anything to read: a letter, a picture, a link, a block that was kept. */
function says({ streams }: Pick<OpenPdf, 'streams'>, kids: readonly Kid[]): boolean {
  const isText = (content: Content) => /\S/.test(streams.text(content));
  return kids.some((kid) => {
    if (isContent(kid)) return isText(kid);
    return !isElement(kid) || !inlineTypes.has(kid.type) || says({ streams }, kid.kids);
  });
}
