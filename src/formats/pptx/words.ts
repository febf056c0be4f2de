import { unzipSync } from 'fflate';
import type { DocumentWords } from '../pdf/words.js';
import { wordsOf } from '../pdf/words.js';

/** The entities of XML that `xml` writes, and that of an apostrophe, which other programs do. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a property of a presentation is called in a PDF. */
const properties: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'dc:creator': 'Author',
  'dc:subject': 'Subject',
  'cp:keywords': 'Keywords',
  'dc:description': 'Description',
  'dcterms:modified': 'ModDate',
};

/**
 * What a deck for PowerPoint says: on its slides in reading order, and beside them in their notes; and of itself.
 * @throws where it is none
 */
export function readDeckWords(bytes: Uint8Array): DocumentWords {
  const parts = unzipSync(bytes);
  const text = (path: string) => Buffer.from(parts[path] as Uint8Array).toString('utf8');
  const count = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  const numbers = Array.from({ length: count }, (_slide, index) => index + 1);
  const core = text('docProps/core.xml');
  return {
    read: numbers.flatMap((number) => wordsOf(textOfPart(text(`ppt/slides/slide${number}.xml`)), number)),
    beside: numbers.flatMap((number) => wordsOf(textOfPart(text(`ppt/notesSlides/notesSlide${number}.xml`)), number)),
    properties: new Map(
      [...core.matchAll(/<([a-z]+:\w+)[^>]*>([^<]*)</g)].flatMap(([, name, value]) => {
        const known = properties[name as string];
        return known ? [[known, plain(value as string)] as const] : [];
      }),
    ),
  };
}

/** The words of a part, with the alternative text of its pictures; those of two paragraphs are never one. */
function textOfPart(xml: string): string {
  return plain(
    xml
      .replace(/<p:cNvPr [^>]*descr="([^"]*)"[^>]*>/g, ' $1 ')
      .replace(/<\/a:p>|<a:br\/?>/g, ' ')
      .replace(/<[^>]*>/g, ''),
  );
}

function plain(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
