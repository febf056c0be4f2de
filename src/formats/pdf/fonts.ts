import { PdfFile } from './file.js';
import type { PdfDict, PdfValue } from './objects.js';
import { PdfRef } from './objects.js';
import { pagesOf } from './structure.js';

/** The fonts among some resources, each once. */
export function fontsIn(file: PdfFile, resources: readonly PdfDict[]): PdfDict[] {
  const refs = resources.flatMap((dict): PdfValue[] => [...file.dict(dict.get('Font') ?? new Map()).values()]);
  const numbers = new Set(refs.flatMap((ref) => (ref instanceof PdfRef ? [ref.number] : [])));
  return [...numbers].map((number) => file.dict(new PdfRef(number)));
}

/** The name of a font, without the letters that mark a subset. */
export function fontName(font: PdfDict): string {
  return String(font.get('BaseFont')).replace(/^\/(?:[A-Z]{6}\+)?/, '');
}

/** The names of the fonts on the pages of a PDF. */
export function fontNames(pdf: Uint8Array): string[] {
  const file = new PdfFile(pdf);
  const resources = pagesOf(file).map((page) => file.dict(file.dict(page).get('Resources') ?? new Map()));
  return [...new Set(fontsIn(file, resources).map(fontName))].sort();
}
