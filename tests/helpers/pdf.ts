import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfFile } from '../../src/formats/pdf/file.js';
import { textOf } from '../../src/formats/pdf/objects.js';
import { Streams } from '../../src/formats/pdf/streams.js';
import type { Kid, StructureElement } from '../../src/formats/pdf/structure.js';
import { isContent, isElement, readStructure } from '../../src/formats/pdf/structure.js';

/** What a PDF holds, read with a reader that has nothing to do with the one that wrote it. */
export interface OpenedPdf {
  pages: number;
  /** Width and height of the first page in points. */
  size: [number, number];
  title: string;
  /** Title, author, dates and the like. */
  properties: Record<string, unknown>;
  language: string | null;
  /** The text of all pages with white space folded. */
  text: string;
  /** The text of each page as it is. */
  texts: string[];
  /** Titles of the bookmarks. */
  outline: string[];
  /** Alternative texts of figures, and every other string of the structure tree. */
  structure: string;
  tagged: boolean;
}

/** Opens a PDF and reads all that a person or a program could find in it. */
export async function openPdf(path: string): Promise<OpenedPdf> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    const texts: string[] = [];
    const structures: string[] = [];
    let size: [number, number] = [0, 0];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      if (number === 1) size = [page.view[2] as number, page.view[3] as number];
      const { items } = await page.getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      structures.push(JSON.stringify((await page.getStructTree()) ?? {}));
    }
    const outline: Bookmark[] = (await pdf.getOutline()) ?? [];
    const mark = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
    return {
      pages: pdf.numPages,
      size,
      title: info.Title ?? '',
      properties: info,
      language: info.Language ?? null,
      texts,
      text: texts.join('\n').replace(/\s+/g, ' '),
      outline: flat(outline),
      structure: structures.join(' '),
      tagged: mark?.Marked === true,
    };
  } finally {
    await task.destroy();
  }
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

function flat(items: readonly Bookmark[]): string[] {
  return items.flatMap((item) => [item.title, ...flat(item.items)]);
}

/** What someone hears who has the PDF read aloud: one line for each thing, with its role. */
export function readAloud(data: Uint8Array): string {
  const file = new PdfFile(data);
  const streams = new Streams(file);
  const words = (kid: Kid): string => {
    if (isContent(kid)) return streams.text(kid);
    if (!isElement(kid) || !inline.has(kid.type)) return '';
    const own = kid.kids.map(words).join('');
    if (kid.type === 'Link') return `[link: ${own}]`;
    return language(kid) ? `[${language(kid)}: ${own}]` : own;
  };
  const aloud = (element: StructureElement, depth: number): string[] => {
    const parts: (string | string[])[] = [];
    const silent = /^(?:Document|LBody)$/.test(element.type);
    for (const kid of element.kids) {
      if (isElement(kid) && !inline.has(kid.type)) parts.push(aloud(kid, silent ? depth : depth + 1));
      else if (typeof parts.at(-1) === 'string') parts.push(`${parts.pop()}${words(kid)}`);
      else parts.push(words(kid));
    }
    const texts = parts.map((part) => (typeof part === 'string' ? part.replace(/\s+/g, ' ').trim() : part));
    const alt = textOf(element.entries.get('Alt'));
    const notes = `${language(element) && !silent ? ` (${language(element)})` : ''}${alt === null ? '' : ` [${alt}]`}`;
    const head = `${'  '.repeat(depth)}${names[element.type] ?? element.type}${notes}`;
    const first = typeof texts[0] === 'string' && texts[0] !== '' ? `: ${texts.shift()}` : '';
    const inner = silent ? depth : depth + 1;
    const rest = texts.flatMap((part) =>
      typeof part !== 'string' ? part : part === '' ? [] : [`${'  '.repeat(inner)}${part}`],
    );
    return [...(silent && first === '' ? [] : [`${head}${first}`]), ...rest];
  };
  return `${readStructure(file)
    .flatMap((root) => aloud(root, 0))
    .join('\n')}\n`;
}

const inline = new Set(['Span', 'Link', 'Strong', 'Em', 'Code']);

function language({ entries }: StructureElement): string | null {
  return textOf(entries.get('Lang'));
}

const names: Readonly<Record<string, string>> = {
  P: 'paragraph',
  H1: 'heading 1',
  H2: 'heading 2',
  H3: 'heading 3',
  L: 'list',
  LI: 'item',
  LBody: 'body',
  Lbl: 'label',
  Table: 'table',
  Caption: 'caption',
  TR: 'row',
  TH: 'header',
  TD: 'cell',
  Figure: 'picture',
};

/** Each page as a picture, drawn by PDF.js: the values of its pixels. */
export async function drawPages(data: Uint8Array): Promise<Uint8ClampedArray[]> {
  const task = getDocument({ data: new Uint8Array(data), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const pictures: Uint8ClampedArray[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 0.75 });
      const factory = pdf.canvasFactory as CanvasFactory;
      const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({ canvas, canvasContext: context, viewport }).promise;
      pictures.push(context.getImageData(0, 0, canvas.width, canvas.height).data);
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

/** The greatest difference between two sets of pictures in any value of a pixel, of 255; 255 where a page is missing. */
export function greatestDifference(some: readonly Uint8ClampedArray[], others: readonly Uint8ClampedArray[]): number {
  if (some.length !== others.length) return 255;
  return some.reduce((greatest, picture, index) => {
    const other = others[index] as Uint8ClampedArray;
    if (picture.length !== other.length) return 255;
    return picture.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] as number))), greatest);
  }, 0);
}

interface CanvasFactory {
  create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
}
