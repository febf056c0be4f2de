import type { Glyphs } from './content.js';
import type { PdfFile } from './file.js';
import type { PdfDict } from './objects.js';
import { PdfError, PdfRef } from './objects.js';

/** What each code of a font stands for. */
type UnicodeMap = ReadonlyMap<string, string>;

/** Reads text out of the codes of fonts by their ToUnicode maps (ISO 32000-1, 9.10.3). */
export class GlyphReader {
  private readonly maps = new Map<number, UnicodeMap>();

  constructor(private readonly file: PdfFile) {}

  /**
   * The text of glyphs.
   * @param resources the resources of the page or form that shows them
   * @throws PdfError when a glyph stands for no character
   */
  decode(glyphs: readonly Glyphs[], resources: PdfDict): string {
    return glyphs.map((piece) => this.piece(piece, resources)).join('');
  }

  private piece({ font, codes }: Glyphs, resources: PdfDict): string {
    if (font === '') return fromHex(codes);
    const ref = this.file.dict(resources.get('Font')).get(font);
    if (!(ref instanceof PdfRef)) throw new PdfError(`A text of the PDF is set in a font ${font} that is not there.`);
    const map = this.mapOf(ref);
    let text = '';
    for (let at = 0; at < codes.length; at += 4) {
      const char = map.get(codes.slice(at, at + 4));
      if (char === undefined) throw new PdfError('A glyph of the PDF stands for no character.');
      text += char;
    }
    return text;
  }

  /** The code of a space in a font, or null where it has none. */
  spaceIn(font: string, resources: PdfDict): string | null {
    const ref = this.file.dict(resources.get('Font')).get(font);
    if (!(ref instanceof PdfRef)) return null;
    for (const [code, char] of this.mapOf(ref)) if (char === ' ' || char === '\u00a0') return code;
    return null;
  }

  private mapOf(font: PdfRef): UnicodeMap {
    const known = this.maps.get(font.number);
    if (known) return known;
    const stream = this.file.dict(font).get('ToUnicode');
    if (!(stream instanceof PdfRef)) throw new PdfError('A font of the PDF does not say which characters it shows.');
    const map = readUnicodeMap(this.file.stream(stream).toString('latin1'));
    this.maps.set(font.number, map);
    return map;
  }
}

/** Reads the bfchar and bfrange sections of a ToUnicode map. */
function readUnicodeMap(text: string): UnicodeMap {
  const map = new Map<string, string>();
  for (const [, kind, body] of text.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    for (const line of (body as string).split('\n')) {
      const [first, second, third] = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map((found) => found[1] as string);
      if (first === undefined || second === undefined) continue;
      if (kind === 'char') map.set(first.toUpperCase(), fromHex(second));
      else addRange(map, first, second, third ?? '');
    }
  }
  return map;
}

/** A range maps codes in a row to characters in a row. */
function addRange(map: Map<string, string>, first: string, last: string, start: string): void {
  const from = Number.parseInt(first, 16);
  const head = start.slice(0, -4);
  const unit = Number.parseInt(start.slice(-4), 16);
  for (let code = from; code <= Number.parseInt(last, 16); code += 1) {
    const char = head + (unit + code - from).toString(16).padStart(4, '0');
    map.set(code.toString(16).toUpperCase().padStart(4, '0'), fromHex(char));
  }
}

function fromHex(digits: string): string {
  return Buffer.from(digits, 'hex').swap16().toString('utf16le');
}

/** What only texts have in which there is something to fold. */
const folds = /[^\x20-\x7e]| {2}/;

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
