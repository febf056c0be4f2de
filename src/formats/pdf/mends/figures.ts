import type { Box } from '../geometry.js';
import { union, within } from '../geometry.js';
import type { Mend, OpenPdf } from '../open.js';
import type { Kid, StructureElement } from '../structure.js';
import { altOf, elementOf, elementsOf, isContent, isElement } from '../structure.js';
import { wrapStray } from './wrappers.js';

/**
 * One figure for each picture: a `figure` around an image is a Figure around a Figure, of which only the inner one has
 * the alternative text; what else it holds is its caption (rule 7.3-1). A `figure` around no picture, around several, or
 * around a link with a picture in it, is a part of the document.
 */
export const mergeFigures: Mend = (pdf) => {
  for (const element of elementsOf(pdf.roots)) {
    if (element.type !== 'Figure' || altOf(element) !== null || paints(pdf, element)) continue;
    const [image, ...others] = elementsOf(element.kids).filter(({ type }) => type === 'Figure');
    if (image && others.length === 0 && element.kids.includes(image)) takeOver(element, image);
    else {
      element.type = 'Sect';
      element.kids = wrapStray(element.kids.flatMap(withoutCaption));
    }
  }
};

/** Whether an element itself is a picture: it holds painting, not text. */
function paints({ streams }: OpenPdf, { kids }: StructureElement): boolean {
  return kids.some((kid) => isContent(kid) && streams.region(kid)?.lines.length === 0);
}

function takeOver(figure: StructureElement, image: StructureElement): void {
  for (const [key, value] of image.entries) figure.entries.set(key, value);
  for (const [owner, attributes] of image.attributes) figure.attributes.set(owner, attributes);
  const caption = figure.kids.filter((kid) => kid !== image).flatMap(withoutCaption);
  figure.kids = [...image.kids, ...(caption.length > 0 ? [elementOf('Caption', caption)] : [])];
}

function withoutCaption(kid: Kid): Kid[] {
  return isElement(kid) && kid.type === 'Caption' ? kid.kids : [kid];
}

/** Says where on the page each figure is (ISO 32000-1, 14.8.5.4.3), by what it paints. */
export const measureFigures: Mend = (pdf) => {
  for (const element of elementsOf(pdf.roots)) {
    if (element.type !== 'Figure') continue;
    const box = boxOf(pdf, element);
    if (box) element.attributes.set('Layout', new Map([['BBox', box], ...(element.attributes.get('Layout') ?? [])]));
  }
};

/** What a figure covers on its first page, not beyond the page's edges; in points, to a hundredth. */
function boxOf({ file, streams }: OpenPdf, figure: StructureElement): Box | null {
  const contents = figure.kids.filter(isContent);
  const page = contents[0]?.page;
  const boxes = contents
    .filter((content) => !content.form && content.page.number === page?.number)
    .map((content) => streams.region(content)?.box ?? null);
  const covered = boxes.reduce(union, null);
  if (!covered || !page) return null;
  const media = file.array(file.dict(page).get('MediaBox')).map(Number) as Box;
  return within(covered, media).map((value) => Math.round(value * 100) / 100) as Box;
}
