import type { Loose } from '../content.js';
import { textByPage } from '../mends/tables.js';
import type { Question } from '../open.js';
import type { Stream } from '../streams.js';
import { elementsOf } from '../structure.js';
import { fold, inCapitals, letters } from '../text.js';
import { textIsWhole } from './text.js';

/** Whatever is painted belongs to an element or is marked as an artifact. */
export const everythingIsMarked: Question = ({ streams }) => {
  const bare = streams.all.flatMap(({ scan }) => scan.loose.filter(({ artifact }) => !artifact));
  return bare.length > 0 ? [`Painted parts that are neither content nor decoration: ${bare.length}.`] : [];
};

/** Text that is not read aloud is what the page marks so, or stands in the margins. */
export const onlyDecorationIsHidden: Question = ({ streams, facts }) => {
  // The head of a table stands again on each page that the table goes on over.
  const heads = facts.tables.map(({ repeated }) => repeated);
  const expected = [facts.hidden, ...heads, ...facts.running].map((text) => inCapitals(letters(text)));
  const isExpected = (text: string) => expected.some((whole) => whole.includes(text));
  const painted = streams.all.flatMap((stream) => stream.scan.loose.flatMap((loose) => textsOf(loose, stream)));
  const lost = painted.filter((text) => {
    const own = inCapitals(letters(text));
    return !isExpected(own) && !(facts.counts && isExpected(own.replace(number, '')));
  });
  return [...new Set(lost)].map(
    (text) => `“${text}” is painted but not read aloud. Text belongs into the page itself, not into its styles.`,
  );

  function textsOf({ lines }: Loose, stream: Stream): string[] {
    return lines.map((line) => fold(streams.textOf(line, stream)).trim());
  }
};

/** What a counter paints at the end of a text, in digits or in Roman numerals. */
const number = /(?:\d+|[IVXLC]+)$/;

/** No text comes from a style, where nobody can read it: not even one that stands elsewhere too. */
export const noTextComesFromStyles: Question = ({ facts }) =>
  [...new Set(facts.generated)].map(
    (content) => `A style paints ${content}, which is not read aloud. Text belongs into the page itself.`,
  );

/** Nothing is read again on each page, as a foot would be that stands in the text. */
export const nothingIsReadTwice: Question = (pdf) => {
  if (textIsWhole(pdf).length === 0) return [];
  return elementsOf(pdf.roots).flatMap((element) => {
    if (element.kids.every((kid) => !('mcid' in kid))) return [];
    const [first, ...others] = textByPage(pdf, element);
    if (!first || !/\S/.test(first[1]) || !others.some(([, text]) => fold(text).trim() === fold(first[1]).trim()))
      return [];
    return [
      `“${fold(first[1]).trim()}” is read again on each page. What stands at the foot of pages belongs into @page.`,
    ];
  });
};
