import { textOf } from '../objects.js';
import type { OpenPdf, Question } from '../open.js';
import type { StructureElement } from '../structure.js';
import { elementsOf, inlineTypes, isContent, isElement } from '../structure.js';
import { fold } from '../text.js';

/** The text of a PDF in the order of its structure, with a space between blocks; labels of lists are left out. */
function structureText(pdf: Pick<OpenPdf, 'roots' | 'streams'>): string {
  const read = (element: StructureElement): string => {
    const text = element.kids
      .map((kid) => (isContent(kid) ? pdf.streams.text(kid) : isElement(kid) && kid.type !== 'Lbl' ? read(kid) : ''))
      .join('');
    return inlineTypes.has(element.type) ? text : ` ${text} `;
  };
  return fold(pdf.roots.map(read).join(' ')).trim();
}

/** All that the page says is in the PDF, in the same order. */
export const textIsWhole: Question = (pdf) => {
  const [want, have] = [pdf.facts.text, structureText(pdf)].map((text) => fold(text).replaceAll(' ', '')) as [
    string,
    string,
  ];
  if (want === have) return [];
  let at = 0;
  while (want[at] === have[at]) at += 1;
  const part = (text: string) => (text.length > at ? `“${text.slice(Math.max(0, at - 12), at + 28)}”` : 'nothing more');
  return [`The text of the PDF is not that of its page. The page says ${part(want)}, the PDF ${part(have)}.`];
};

/** No words run together where a line ends. */
export const wordsStandApart: Question = (pdf) => {
  if (textIsWhole(pdf).length > 0) return [];
  const want = fold(pdf.facts.text).split(' ');
  const have = new Set(structureText(pdf).split(' '));
  const glued = want.flatMap((word, index) => {
    const pair = word + (want[index + 1] ?? '');
    return pair !== word && have.has(pair) && !want.includes(pair) ? [pair] : [];
  });
  return [...new Set(glued)].map((pair) => `Words run together where a line ends: “${pair}”.`);
};

/** Where the page changes its language, the PDF does too. */
export const languagesAreKept: Question = ({ roots, facts }) => {
  const inside = elementsOf(roots.flatMap(({ kids }) => kids));
  const kept = inside.flatMap(({ entries }) => textOf(entries.get('Lang')) ?? []);
  if (kept.join() === facts.languages.join()) return [];
  return [
    `The page changes its language to ${facts.languages.join(', ') || 'no other'}, its PDF to ${kept.join(', ') || 'no other'}. Put lang on p, em, strong or abbr.`,
  ];
};
