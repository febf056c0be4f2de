import { unzipSync } from 'fflate';
import { propertiesOfCore, textOfPart } from '../office/words.js';
import type { DocumentWords } from '../pdf/words.js';
import { wordsOf } from '../pdf/words.js';

/**
 * What a deck for PowerPoint says: on its slides in reading order, and beside them in their notes; and of itself.
 * @throws where it is none
 */
export function readDeckWords(bytes: Uint8Array): DocumentWords {
  const parts = unzipSync(bytes);
  const text = (path: string) => Buffer.from(parts[path] as Uint8Array).toString('utf8');
  const count = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  const numbers = Array.from({ length: count }, (_slide, index) => index + 1);
  const wordsIn = (path: string, page: number) => wordsOf(textOfPart(text(path)), page);
  return {
    read: numbers.flatMap((number) => wordsIn(`ppt/slides/slide${number}.xml`, number)),
    beside: numbers.flatMap((number) => wordsIn(`ppt/notesSlides/notesSlide${number}.xml`, number)),
    properties: propertiesOfCore(text('docProps/core.xml')),
  };
}
