import type { Glyphs } from './content.js';
import type { PdfFile } from './file.js';
import type { PdfDict } from './objects.js';
import { PdfError, PdfRef } from './objects.js';

/** What each code of a font stands for: at the place of the code. */
type UnicodeMap = (string | undefined)[];

/** Reads text out of the codes of fonts by their ToUnicode maps (ISO 32000-1, 9.10.3). */
export class GlyphReader {
  constructor(private readonly file: PdfFile) {}

  /**
   * The text of glyphs.
   * @param stream the content stream that shows them
   * @param resources the resources of the page or form
   * @throws PdfError when a glyph stands for no character
   */
  decode(glyphs: readonly Glyphs[], stream: string, resources: PdfDict): string {
    let text = '';
    let reversed = '';
    for (const piece of glyphs) {
      const own = piece.spelt ?? this.piece(piece, stream, resources);
      if (piece.reversed) reversed = own + reversed;
      else {
        text += reversed + own;
        reversed = '';
      }
    }
    return text + reversed;
  }

  private piece({ font, from, to, reversed }: Glyphs, stream: string, resources: PdfDict): string {
    const map = this.mapOf(font, resources);
    let text = '';
    for (let at = stream.indexOf('<', from); at >= 0 && at < to; at = stream.indexOf('<', at)) {
      for (at += 1; stream.charCodeAt(at) !== closing; at += 4) {
        const char = map[codeAt(stream, at)];
        if (char === undefined) throw new PdfError('A glyph of the PDF stands for no character.');
        text = reversed ? char + text : text + char;
      }
    }
    return text;
  }

  /** The code of a space in a font, or null where it has none. */
  spaceIn(font: string, resources: PdfDict): string | null {
    const code = this.mapOf(font, resources).findIndex((char) => char === ' ' || char === '\u00a0');
    return code < 0 ? null : code.toString(16).toUpperCase().padStart(4, '0');
  }

  private mapOf(name: string, resources: PdfDict): UnicodeMap {
    const font = this.file.dict(resources.get('Font')).get(name);
    if (!(font instanceof PdfRef)) throw new PdfError(`A text of the PDF is set in a font ${name} that is not there.`);
    const map = unicodeMapOf(this.file, this.file.dict(font));
    if (!map) throw new PdfError('A font of the PDF does not say which characters it shows.');
    return map;
  }
}

const closing = '>'.charCodeAt(0);

/** The four hexadecimal digits at a place as a number. */
function codeAt(stream: string, at: number): number {
  let code = 0;
  for (let digit = at; digit < at + 4; digit += 1) {
    const char = stream.charCodeAt(digit);
    // 0 to 9 are 48 to 57; A to F are 65 to 70, a to f 97 to 102.
    code = code * 16 + (char < 58 ? char - 48 : (char & 15) + 9);
  }
  return code;
}

const knownMaps = new WeakMap<PdfDict, UnicodeMap>();

/** What each code of a font stands for; null where the font does not say. */
export function unicodeMapOf(file: PdfFile, font: PdfDict): UnicodeMap | null {
  const known = knownMaps.get(font);
  if (known) return known;
  const stream = font.get('ToUnicode');
  if (!(stream instanceof PdfRef)) return null;
  const map = readUnicodeMap(file.stream(stream).toString('latin1'));
  knownMaps.set(font, map);
  return map;
}

/** Reads the bfchar and bfrange sections of a ToUnicode map. */
function readUnicodeMap(text: string): UnicodeMap {
  const map: UnicodeMap = [];
  for (const [, kind, body] of text.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    for (const line of (body as string).split('\n')) {
      const [first, second, third = ''] = line.match(/[0-9A-Fa-f]+(?=>)/g) ?? [];
      if (first === undefined || second === undefined) continue;
      if (kind === 'char') map[Number.parseInt(first, 16)] = fromHex(second);
      else addRange(map, first, second, third);
    }
  }
  return map;
}

/** A range maps codes in a row to characters in a row. */
function addRange(map: UnicodeMap, first: string, last: string, start: string): void {
  const from = Number.parseInt(first, 16);
  const head = start.slice(0, -4);
  const unit = Number.parseInt(start.slice(-4), 16);
  for (let code = from; code <= Number.parseInt(last, 16); code += 1) {
    const char = head + (unit + code - from).toString(16).padStart(4, '0');
    map[code] = fromHex(char);
  }
}

function fromHex(digits: string): string {
  if (digits.length === 4) return String.fromCharCode(Number.parseInt(digits, 16));
  return Buffer.from(digits, 'hex').swap16().toString('utf16le');
}

/**
 * What only texts have in which there is something to fold. Letters up to U+02FF stand alone and are composed already;
 * dashes and quotation marks are as they are.
 */
const folds = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2012-\u2027]| {2}/;

/**
 * A text as it is compared: in NFC, with single spaces of one kind, without what is not painted
 * (soft hyphens, places where a word may break), and with hyphens that do not break as plain ones, since fonts draw both
 * with one glyph.
 */
export function fold(text: string): string {
  if (!folds.test(text)) return text;
  const folded = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('\u2011', '-')
    .replaceAll('\u2010', '-');
  return folded.replace(/\s+/g, ' ');
}

/** What of a text has to be in its PDF: its letters, without spaces. */
export function letters(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** A text to compare with another of which a style may have turned small letters into capitals. */
export function inCapitals(text: string): string {
  return text.toUpperCase();
}
