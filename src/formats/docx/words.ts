import { unzipSync } from 'fflate';
import { propertiesOfCore, textOfPart } from '../office/words.js';
import type { DocumentWords } from '../pdf/words.js';
import { wordsOf } from '../pdf/words.js';

/**
 * What a text document for Word says, at the foot of its pages as well, and of itself. Pages are made by Word: all its
 * words are on the first.
 * @throws where it is none
 */
export function readTextWords(bytes: Uint8Array): DocumentWords {
  const parts = unzipSync(bytes);
  const text = (path: string) => Buffer.from(parts[path] as Uint8Array).toString('utf8');
  return {
    read: wordsOf(textOfPart(text('word/document.xml')), 1),
    beside: wordsOf(textOfPart(text('word/footer1.xml')), 1),
    properties: propertiesOfCore(text('docProps/core.xml')),
  };
}
