import { PdfError, textString } from '../objects.js';
import type { Mend } from '../open.js';
import { elementsOf, isAnnotation } from '../structure.js';

/**
 * Describes each link in words, as its page does (rules 7.18.1-2 and 7.18.5-2). A link that wraps has several areas.
 * @throws PdfError when the PDF has other links than its page
 */
export const describeLinks: Mend = ({ file, roots, facts }) => {
  const links = elementsOf(roots).filter(({ type }) => type === 'Link');
  if (links.length !== facts.links.length) {
    throw new PdfError(`The page has ${facts.links.length} links, but its PDF has ${links.length}.`);
  }
  for (const [index, link] of links.entries()) {
    for (const kid of link.kids.filter(isAnnotation)) {
      file.change(kid.annotation, (dict) => dict.set('Contents', textString(facts.links[index] as string)));
    }
  }
};
