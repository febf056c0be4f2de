import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import { readTextWords } from '../formats/docx/words.js';
import { textOfHtml } from '../formats/html/words.js';
import type { DocumentWords } from '../formats/pdf/words.js';
import { readWords, wordsOf } from '../formats/pdf/words.js';
import { readDeckWords } from '../formats/pptx/words.js';
import type { WordChange } from './words.js';
import { wordChanges } from './words.js';

/** Width and height of a picture in pixels. */
type PictureSize = [width: number, height: number];

/** What a PDF says of itself, such as its author, where the two say something else; the names are those of PDF. */
export interface PropertyChange {
  name: string;
  first: string;
  second: string;
}

/** How the bytes of two files differ. */
export type ContentDifference =
  /** Words differ; null where nearly all of them do. */
  | { kind: 'words'; changes: WordChange[] | null; properties: PropertyChange[] }
  /** The words are the same, but not how they look, or what is not seen. */
  | { kind: 'looks'; properties: PropertyChange[] }
  | { kind: 'picture'; first: PictureSize; second: PictureSize }
  /** Packs: the names of the files in them that are not the same, or are in one of them alone. */
  | { kind: 'pack'; files: string[] }
  /** At least one of them is not as the tool writes it. */
  | { kind: 'unreadable' };

/**
 * How two files of one name differ; null where they are the same byte for byte.
 * @param path their name, whose end tells what they are
 */
export function contentDifference(path: string, first: Buffer, second: Buffer): ContentDifference | null {
  if (first.equals(second)) return null;
  if (extname(path) === '.zip') return packDifference(first, second);
  const isPicture = extname(path) === '.png';
  const [one, other] = isPicture ? [sizeOf(first), sizeOf(second)] : [textOf(path, first), textOf(path, second)];
  if (!one || !other) return { kind: 'unreadable' };
  if (isPicture) return { kind: 'picture', first: one as PictureSize, second: other as PictureSize };
  return textDifference(one as DocumentWords, other as DocumentWords);
}

function textDifference(first: DocumentWords, second: DocumentWords): ContentDifference {
  const names = [...new Set([...first.properties.keys(), ...second.properties.keys()])];
  const properties = names
    .map((name) => ({ name, first: first.properties.get(name) ?? '', second: second.properties.get(name) ?? '' }))
    .filter((property) => property.first !== property.second);
  // What stands at the feet of pages would part the sentences that go on behind it.
  const read = wordChanges(first.read, second.read);
  const beside = wordChanges(first.beside, second.beside);
  const changes = read && beside && [...read, ...beside].sort((one, other) => firstPage(one) - firstPage(other));
  return changes?.length === 0 ? { kind: 'looks', properties } : { kind: 'words', changes, properties };
}

function packDifference(first: Buffer, second: Buffer): ContentDifference {
  try {
    const [one, other] = [unzipSync(first), unzipSync(second)];
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    const differ = (name: string) => !Buffer.from(one[name] ?? []).equals(Buffer.from(other[name] ?? []));
    return { kind: 'pack', files: names.filter((name) => !one[name] || !other[name] || differ(name)) };
  } catch {
    return { kind: 'unreadable' };
  }
}

function firstPage({ pages }: WordChange): number {
  return pages[0] ?? 0;
}

/** What reads the words of files that hold more than words. */
const readers: Readonly<Record<string, (bytes: Buffer) => DocumentWords>> = {
  '.pdf': readWords,
  '.html': (bytes) => ({ read: wordsOf(textOfHtml(bytes.toString('utf8')), 1), beside: [], properties: new Map() }),
  '.pptx': readDeckWords,
  '.docx': readTextWords,
};

/** The words of a file; null where it is not as the tool writes it. */
function textOf(path: string, bytes: Buffer): DocumentWords | null {
  const read = readers[extname(path)];
  if (!read) return { read: wordsOf(bytes.toString('utf8'), 1), beside: [], properties: new Map() };
  try {
    return read(bytes);
  } catch {
    // Somebody may have put anything there, at which a reader of our own files fails in any way.
    return null;
  }
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

/** The size of a picture (PNG, 11.2.1); null where it is none. */
function sizeOf(bytes: Buffer): PictureSize | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(pngStart)) return null;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
