import type { TextLine } from '../content.js';
import type { Mend, OpenPdf } from '../open.js';
import type { Stream } from '../streams.js';
import type { StructureElement } from '../structure.js';
import { isContent, isElement } from '../structure.js';
import { fold } from '../text.js';

const inline = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Lbl']);

interface Line {
  line: TextLine;
  stream: Stream;
  /** The paragraph, heading or cell it stands in. */
  block: StructureElement;
}

/**
 * Puts back the space at the end of a line. Where a text wraps, Chromium leaves the space out, and what is read without
 * regard to lines runs together. A space paints nothing.
 */
export const endLinesWithSpaces: Mend = (pdf) => {
  const want = fold(pdf.facts.text);
  let at = 0;
  let last: Line | null = null;
  for (const line of pdf.roots.flatMap((root) => linesIn(pdf, root, root))) {
    const chars = fold(pdf.streams.textOf(line.line, line.stream));
    if (want[at] === ' ') {
      if (last && last.block === line.block && chars[0] !== ' ' && !endsWithSpace(pdf, last)) addSpace(pdf, last);
      at += 1;
    }
    for (const char of chars) {
      if (char === ' ') {
        if (want[at] === ' ') at += 1;
        continue;
      }
      if (want[at] === ' ') at += 1;
      // The self-check says where the texts part.
      if (want[at] !== char) return;
      at += 1;
    }
    if (chars.length > 0) last = line;
  }
};

function linesIn(pdf: OpenPdf, element: StructureElement, block: StructureElement): Line[] {
  return element.kids.flatMap((kid): Line[] => {
    if (isContent(kid)) {
      const stream = pdf.streams.of(kid);
      const lines = stream?.regions.get(kid.mcid)?.lines ?? [];
      return lines.map((line) => ({ line, stream: stream as Stream, block }));
    }
    if (!isElement(kid) || kid.type === 'Lbl') return [];
    return linesIn(pdf, kid, inline.has(kid.type) ? block : kid);
  });
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
