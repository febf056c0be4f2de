import type { Mend } from '../open.js';
import { elementOf, elementsOf, isElement } from '../structure.js';

/** An item of a list holds a label and a body, nothing else (rule 7.2-20). */
export const giveItemsBodies: Mend = ({ roots }) => {
  for (const item of elementsOf(roots)) {
    if (item.type !== 'LI') continue;
    const labels = item.kids.filter((kid) => isElement(kid) && kid.type === 'Lbl');
    const rest = item.kids.filter((kid) => !labels.includes(kid));
    const isBody = rest.length === 1 && rest.every((kid) => isElement(kid) && kid.type === 'LBody');
    item.kids = isBody ? item.kids : [...labels, elementOf('LBody', rest)];
  }
};
