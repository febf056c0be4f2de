import type { TextLine } from '../content.js';
import { PdfRef } from '../objects.js';
import type { Mend, OpenPdf } from '../open.js';
import type { Stream } from '../streams.js';
import type { Kid, StructureElement } from '../structure.js';
import { elementOf, inlineTypes, isContent, isElement } from '../structure.js';
import { fold, inCapitals } from '../text.js';

interface Line {
  line: TextLine;
  stream: Stream;
  /** The paragraph, heading or cell it stands in. */
  block: StructureElement | null;
  /** The part of that block that holds it. */
  part: Kid;
}

/**
 * Puts back what ends a line or a block. Where a text wraps, Chromium leaves the space out, and what is read without
 * regard to lines runs together; blocks without an element of their own would be read as one paragraph.
 */
export const putBreaksBack: Mend = (pdf) => {
  const want = inCapitals(pdf.facts.text.split('\n').map(fold).join('\n'));
  const starts = new Set<Kid>();
  let at = 0;
  let last: Line | null = null;
  for (const line of linesIn(pdf, pdf.roots)) {
    const text = inCapitals(fold(pdf.streams.textOf(line.line, line.stream)));
    if (text === '') continue;
    const before: Line | null = last;
    last = line;
    if (text === ' ') continue;
    if (want[at] === '\n' || want[at] === ' ') {
      const follows = before !== null && before.block === line.block;
      if (follows && want[at] === '\n' && before.part !== line.part) starts.add(line.part);
      else if (follows && text[0] !== ' ' && !endsWithSpace(pdf, before)) addSpace(pdf, before);
      at += 1;
    }
    at = follow(want, at, text);
    // The self-check says where the texts part.
    if (at < 0) return;
  }
  if (starts.size > 0) for (const root of pdf.roots) root.kids = splitIn(root, starts);
};

/** Where a text ends inside the wanted one, of which it is a part but for spaces; -1 where it is none. */
function follow(want: string, from: number, text: string): number {
  if (want.startsWith(text, from)) return from + text.length;
  let at = from;
  for (const char of text.split('')) {
    if (want[at] === ' ' || want[at] === '\n') at += 1;
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
  part: Kid | null = null,
  found: Line[] = [],
): Line[] {
  for (const kid of kids) {
    if (isContent(kid)) {
      const stream = pdf.streams.of(kid) as Stream;
      for (const line of stream.regions.get(kid.mcid)?.lines ?? [])
        found.push({ line, stream, block, part: part ?? kid });
    } else if (isElement(kid) && kid.type !== 'Lbl') {
      if (inlineTypes.has(kid.type)) linesIn(pdf, kid.kids, block, part ?? kid, found);
      else linesIn(pdf, kid.kids, kid, null, found);
    }
  }
  return found;
}

function endsWithSpace({ streams }: OpenPdf, { line, stream }: Line): boolean {
  return /\s$/.test(streams.textOf(line, stream));
}

/** Shows a space, in the font of the line or else in any that has one. */
function addSpace(pdf: OpenPdf, { line, stream }: Line): void {
  const own = line.setFont.slice(1, line.setFont.indexOf(' '));
  const code = pdf.streams.spaceIn(own, stream);
  if (code !== null) {
    stream.edits.push({ from: line.end, to: line.end, text: `<${code}> Tj\n` });
    return;
  }
  const other = fontWithSpace(pdf, stream);
  if (!other) return;
  const text = `/${other.name} 1 Tf\n<${other.code}> Tj\n${line.setFont}\n`;
  stream.edits.push({ from: line.end, to: line.end, text });
}

/** A font of this stream that has a space, or else one of another stream, lent to this one. */
function fontWithSpace(pdf: OpenPdf, stream: Stream): { name: string; code: string } | null {
  for (const lender of [stream, ...pdf.streams.all]) {
    for (const [name, font] of pdf.file.dict(lender.resources.get('Font') ?? new Map())) {
      const code = pdf.streams.spaceIn(name, lender);
      if (code === null) continue;
      if (lender !== stream && font instanceof PdfRef) lend(pdf, stream, name, font);
      return { name, code };
    }
  }
  return null;
}

/** Chromium names fonts by their objects, so that a name means the same in all streams. */
function lend({ file }: OpenPdf, { owner, resources }: Stream, name: string, font: PdfRef): void {
  file.change(owner, (dict) => {
    const fonts = new Map(file.dict(resources.get('Font') ?? new Map())).set(name, font);
    resources.set('Font', fonts);
    dict.set('Resources', resources);
  });
}

/** Blocks in which paragraphs may stand. */
const holdsParagraphs = new Set(['LBody', 'TD', 'TH', 'Caption', 'Aside', 'BlockQuote']);

function splitIn(parent: StructureElement, starts: ReadonlySet<Kid>): Kid[] {
  return parent.kids.flatMap((kid): Kid[] => {
    if (!isElement(kid)) return [kid];
    kid.kids = splitIn(kid, starts);
    if (!kid.kids.some((inner) => starts.has(inner))) return [kid];
    // A paragraph of the page itself stays one.
    if (kid.type === 'P' && kid.source === null) return paragraphsOf(kid.kids, starts);
    if (holdsParagraphs.has(kid.type)) kid.kids = paragraphsOf(kid.kids, starts);
    return [kid];
  });
}

/** Paragraphs of what belongs together; blocks among it stay as they are. */
function paragraphsOf(kids: readonly Kid[], starts: ReadonlySet<Kid>): Kid[] {
  const out: Kid[] = [];
  let open: StructureElement | null = null;
  for (const kid of kids) {
    if (isElement(kid) && !inlineTypes.has(kid.type)) {
      out.push(kid);
      open = null;
      continue;
    }
    if (!open || starts.has(kid)) {
      open = elementOf('P', []);
      out.push(open);
    }
    open.kids.push(kid);
  }
  return out;
}
