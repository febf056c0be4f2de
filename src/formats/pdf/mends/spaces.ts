import type { TextLine } from '../content.js';
import type { Mend, OpenPdf } from '../open.js';
import type { Stream } from '../streams.js';
import type { Kid, StructureElement } from '../structure.js';
import { inlineTypes, isContent, isElement } from '../structure.js';
import { fold } from '../text.js';

interface Line {
  line: TextLine;
  stream: Stream;
  /** The paragraph, heading or cell it stands in. */
  block: StructureElement | null;
}

/**
 * Puts back the space at the end of a line. Where a text wraps, Chromium leaves the space out, and what is read without
 * regard to lines runs together. A space paints nothing.
 */
export const endLinesWithSpaces: Mend = (pdf) => {
  const want = fold(pdf.facts.text);
  let at = 0;
  let last: Line | null = null;
  for (const line of linesIn(pdf, pdf.roots)) {
    const text = fold(pdf.streams.textOf(line.line, line.stream));
    if (want[at] === ' ' && text !== '') {
      if (last && last.block === line.block && text[0] !== ' ' && !endsWithSpace(pdf, last)) addSpace(pdf, last);
      at += 1;
    }
    at = follow(want, at, text);
    // The self-check says where the texts part.
    if (at < 0) return;
    if (text !== '') last = line;
  }
};

/** Where a text ends inside the wanted one, of which it is a part but for spaces; -1 where it is none. */
function follow(want: string, from: number, text: string): number {
  if (want.startsWith(text, from)) return from + text.length;
  let at = from;
  for (const char of text.split('')) {
    if (want[at] === ' ') at += 1;
    if (char === ' ') continue;
    if (want[at] !== char) return -1;
    at += 1;
  }
  return at;
}

function linesIn(
  pdf: OpenPdf,
  kids: readonly Kid[],
  block: StructureElement | null = null,
  found: Line[] = [],
): Line[] {
  for (const kid of kids) {
    if (isContent(kid)) {
      const stream = pdf.streams.of(kid) as Stream;
      for (const line of stream.regions.get(kid.mcid)?.lines ?? []) found.push({ line, stream, block });
    } else if (isElement(kid) && kid.type !== 'Lbl')
      linesIn(pdf, kid.kids, inlineTypes.has(kid.type) ? block : kid, found);
  }
  return found;
}

function endsWithSpace({ streams }: OpenPdf, { line, stream }: Line): boolean {
  return /\s$/.test(streams.textOf(line, stream));
}

function addSpace(pdf: OpenPdf, { line, stream }: Line): void {
  const own = line.setFont.slice(1, line.setFont.indexOf(' '));
  const code = pdf.streams.spaceIn(own, stream);
  if (code !== null) {
    stream.edits.push({ from: line.end, to: line.end, text: `<${code}> Tj\n` });
    return;
  }
  const fonts = [...pdf.file.dict(stream.resources.get('Font')).keys()];
  for (const font of fonts) {
    const other = pdf.streams.spaceIn(font, stream);
    if (other === null) continue;
    stream.edits.push({ from: line.end, to: line.end, text: `/${font} 1 Tf\n<${other}> Tj\n${line.setFont}\n` });
    return;
  }
}
