import { PdfString, textString } from '../objects.js';
import type { Mend, OpenPdf } from '../open.js';
import type { Kid, StructureElement } from '../structure.js';
import { contentOf, elementOf, elementsOf, isContent, isElement } from '../structure.js';

/**
 * The head and the foot of a table that goes on over pages are repeated by Chromium inside the same cells, to be read
 * again each time: only the first stays.
 */
export const readHeadersOnce: Mend = (pdf) => {
  for (const row of elementsOf(pdf.roots)) {
    if (row.type !== 'TR') continue;
    const [first, ...others] = textByPage(pdf, row);
    const again = new Set(others.filter(([, text]) => text === first?.[1]).map(([page]) => page));
    if (again.size > 0) dropPages(row, again);
  }
};

/** The text of an element on each of its pages. */
export function textByPage({ streams }: Pick<OpenPdf, 'streams'>, element: StructureElement): [number, string][] {
  const texts = new Map<number, string>();
  for (const content of contentOf([element])) {
    const { number } = content.page;
    texts.set(number, (texts.get(number) ?? '') + streams.text(content));
  }
  return [...texts];
}

function dropPages(element: StructureElement, pages: ReadonlySet<number>): void {
  element.kids = element.kids.filter((kid) => !isContent(kid) || !pages.has(kid.page.number));
  for (const kid of element.kids.filter(isElement)) dropPages(kid, pages);
}

const rows = new Set(['TR', 'THead', 'TBody', 'TFoot', 'Caption']);

/** A caption that holds a heading or a paragraph is left out by Chromium, though not what it holds: put it back. */
export const restoreCaptions: Mend = ({ roots }) => {
  for (const table of elementsOf(roots)) {
    if (table.type !== 'Table') continue;
    const isRow = (kid: Kid) => isElement(kid) && rows.has(kid.type);
    const caption = table.kids.filter((kid) => !isRow(kid));
    if (caption.length > 0) table.kids = [elementOf('Caption', caption), ...table.kids.filter(isRow)];
  }
};

/**
 * Names the header cells that other cells refer to in reading order, in place of numbers that count up in the browser,
 * and leaves out attributes that only repeat what holds anyway.
 */
export const tidyCells: Mend = ({ roots }) => {
  const names = new Map<string, PdfString>();
  for (const element of elementsOf(roots)) {
    const id = element.entries.get('ID');
    element.entries.delete('ID');
    if (id instanceof PdfString && element.type === 'TH') {
      const name = textString(`header-${names.size + 1}`);
      names.set(id.bytes, name);
      element.entries.set('ID', name);
    }
  }
  for (const element of elementsOf(roots)) {
    const table = element.attributes.get('Table');
    if (!table) continue;
    for (const span of ['RowSpan', 'ColSpan']) if (table.get(span) === 1) table.delete(span);
    const headers = table.get('Headers');
    if (Array.isArray(headers)) {
      const known = headers.flatMap((id) => (id instanceof PdfString ? (names.get(id.bytes) ?? []) : []));
      if (known.length > 0) table.set('Headers', known);
      else table.delete('Headers');
    }
    if (table.size === 0) element.attributes.delete('Table');
  }
};
