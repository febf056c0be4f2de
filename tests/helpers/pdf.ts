import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF holds, read with a reader that has nothing to do with the one that wrote it. */
export interface OpenedPdf {
  pages: number;
  /** Width and height of the first page in points. */
  size: [number, number];
  title: string;
  language: string | null;
  /** The text of all pages with white space folded. */
  text: string;
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
      language: info.Language ?? null,
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
