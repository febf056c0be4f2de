import { PdfFile } from './file.js';
import { textOf } from './objects.js';
import { Streams } from './streams.js';
import type { StructureElement } from './structure.js';
import { altOf, inlineTypes, isContent, isElement, pagesOf, readStructure } from './structure.js';
import { fold } from './text.js';

/** A word and the page that it stands on, counted from 1. */
export interface PlacedWord {
  word: string;
  page: number;
}

/** All words of a document. */
export interface DocumentWords {
  /** What is read, in reading order, alternative texts of pictures with it. */
  read: PlacedWord[];
  /** What is seen and not read aloud, such as the feet of pages, in the order of painting. */
  beside: PlacedWord[];
  /** What it says of itself, such as `Author`, by the names of PDF. */
  properties: Map<string, string>;
}

/**
 * Opens a PDF that the tool has made and gives its words.
 * @throws PdfError where it is of another form
 */
export function readWords(bytes: Uint8Array): DocumentWords {
  const file = new PdfFile(bytes);
  const streams = new Streams(file);
  const pages = new Map(pagesOf(file).map(({ number }, index) => [number, index + 1]));
  const pageOf = ({ number }: { number: number }) => pages.get(number) ?? 0;
  const beside = streams.all.flatMap((stream) =>
    stream.scan.loose
      .flatMap(({ lines }) => lines)
      .flatMap((line) => wordsOf(streams.textOf(line, stream), pageOf(stream.page))),
  );
  return { read: readInOrder(readStructure(file), streams, pageOf), beside, properties: propertiesOf(file) };
}

/** A word ends where a block or a page does, and where a space stands. */
function readInOrder(
  roots: readonly StructureElement[],
  streams: Streams,
  pageOf: (page: { number: number }) => number,
): PlacedWord[] {
  const words: PlacedWord[] = [];
  let [text, page] = ['', 1];
  const end = () => {
    words.push(...wordsOf(text, page));
    text = '';
  };
  const read = (element: StructureElement): void => {
    const isBlock = !inlineTypes.has(element.type);
    if (isBlock) end();
    const alt = altOf(element);
    for (const kid of element.kids) {
      if (isElement(kid)) read(kid);
      if (!isContent(kid)) continue;
      const own = pageOf(kid.page);
      if (own !== page) end();
      page = own;
      text += streams.text(kid);
    }
    if (alt !== null) text += ` ${alt} `;
    if (isBlock) end();
  };
  for (const root of roots) read(root);
  return words;
}

/** The words of a text on a page, as they are compared. */
export function wordsOf(text: string, page: number): PlacedWord[] {
  return fold(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ word, page }));
}

function propertiesOf(file: PdfFile): Map<string, string> {
  const info = file.dict(file.trailer.get('Info'));
  return new Map([...info].map(([name, value]) => [name, textOf(value) ?? '']));
}
