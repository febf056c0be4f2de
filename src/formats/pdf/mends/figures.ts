import type { Box } from '../geometry.js';
import { union, within } from '../geometry.js';
import type { Mend, OpenPdf } from '../open.js';
import type { StructureElement } from '../structure.js';
import { altOf, elementsOf, isContent, isElement } from '../structure.js';

/**
 * One figure for each picture: a `figure` around an image is a Figure around a Figure, of which only the inner one has
 * the alternative text; what else it holds is its caption (rule 7.3-1).
 */
export const mergeFigures: Mend = ({ roots }) => {
  for (const element of elementsOf(roots)) {
    if (element.type !== 'Figure' || altOf(element) !== null) continue;
    const images = element.kids.filter(isElement).filter((kid) => kid.type === 'Figure');
    const [image] = images;
    if (!image || images.length > 1) continue;
    for (const [key, value] of image.entries) element.entries.set(key, value);
    for (const [owner, attributes] of image.attributes) element.attributes.set(owner, attributes);
    element.kids = element.kids.flatMap((kid) => {
      if (kid === image) return image.kids;
      return isElement(kid) ? [{ ...kid, type: 'Caption' }] : [kid];
    });
  }
};

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
