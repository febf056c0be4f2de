import { textOf } from '../objects.js';
import type { OpenPdf, Question } from '../open.js';
import type { StructureElement } from '../structure.js';
import { elementsOf, inlineTypes, isContent, isElement } from '../structure.js';
import { fold, inCapitals, letters } from '../text.js';

/** The text of a PDF in the order of its structure, a line for each block; labels of lists are left out. */
function structureText(pdf: Pick<OpenPdf, 'roots' | 'streams'>): string {
  const read = (element: StructureElement): string => {
    const text = element.kids
      .map((kid) => (isContent(kid) ? pdf.streams.text(kid) : isElement(kid) && kid.type !== 'Lbl' ? read(kid) : ''))
      .join('');
    return inlineTypes.has(element.type) ? text : `\n${text}\n`;
  };
  return pdf.roots.map(read).join('\n');
}

/** What the page says and what its PDF says: several questions ask for it. */
interface Texts {
  page: string;
  pdf: string;
  isWhole: boolean;
}

const known = new WeakMap<OpenPdf, Texts>();

function textsOf(pdf: OpenPdf): Texts {
  const before = known.get(pdf);
  if (before) return before;
  const [page, own] = [pdf.facts.text, structureText(pdf)];
  const texts = { page, pdf: own, isWhole: isSame(letters(page), letters(own)) };
  known.set(pdf, texts);
  return texts;
}

/** Whether two texts are the same, if not for capitals. */
function isSame(one: string, other: string): boolean {
  return one === other || inCapitals(one) === inCapitals(other);
}

/** All that the page says is in the PDF, in the same order. */
export const textIsWhole: Question = (pdf) => {
  const texts = textsOf(pdf);
  if (texts.isWhole) return [];
  const [want, have] = [letters(texts.page), letters(texts.pdf)];
  let at = 0;
  while (at < want.length && isSame(want[at] ?? '', have[at] ?? '')) at += 1;
  const part = (text: string) => (text.length > at ? `“${text.slice(Math.max(0, at - 12), at + 28)}”` : 'nothing more');
  return [`The text of the PDF is not that of its page. The page says ${part(want)}, the PDF ${part(have)}.`];
};

/** Words stand apart where a line or a block ends, and nowhere else. */
export const wordsStandApart: Question = (pdf) => {
  const texts = textsOf(pdf);
  if (!texts.isWhole) return [];
  const [page, pdfText] = [fold(texts.page).trim(), fold(texts.pdf).trim()];
  if (isSame(page, pdfText)) return [];
  const [want, have] = [page.split(' '), pdfText.split(' ')];
  const wrong = want.findIndex((word, index) => !isSame(word, have[index] ?? ''));
  if (wrong < 0) return [];
  return (have[wrong]?.length ?? 0) > (want[wrong]?.length ?? 0)
    ? [`Words run together in what is read aloud: “${have[wrong]}”.`]
    : [`A word is torn apart in what is read aloud: “${want[wrong]}”.`];
};

/** Each block of the page is one to those who hear it: no two are read as one paragraph. */
export const blocksStandApart: Question = (pdf) => {
  const texts = textsOf(pdf);
  if (!texts.isWhole) return [];
  const ends = new Set(endsOf(texts.pdf).map(({ end }) => end));
  const lines = endsOf(texts.page);
  return lines.flatMap(({ line, end }, index) =>
    ends.has(end) ? [] : [`“${line}” and “${lines[index + 1]?.line}” are read as one paragraph. Put each into a <p>.`],
  );
};

/** The lines of a text that say something, and after how many letters of the text each ends. */
function endsOf(text: string): { line: string; end: number }[] {
  let end = 0;
  return text.split('\n').flatMap((line) => {
    const { length } = letters(line);
    end += length;
    return length > 0 ? [{ line, end }] : [];
  });
}

/** Where the page changes its language, the PDF does too. */
export const languagesAreKept: Question = ({ roots, facts }) => {
  const inside = elementsOf(roots.flatMap(({ kids }) => kids));
  const kept = inside.flatMap(({ entries }) => textOf(entries.get('Lang')) ?? []);
  if (kept.join() === facts.languages.join()) return [];
  return [
    `The page changes its language to ${facts.languages.join(', ') || 'no other'}, its PDF to ${kept.join(', ') || 'no other'}. Put lang on p, em, strong or abbr.`,
  ];
};
