import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page of a PDF, in points from the lower left corner. */
interface TextRun {
  text: string;
  /** The name of the font, without the letters that mark a part of it. */
  font: string;
  size: number;
  left: number;
  right: number;
  baseline: number;
}

export interface LaidOutPage {
  width: number;
  height: number;
  runs: TextRun[];
  /** Fonts that are drawn by programs of their own, which no reader can make sharp. */
  type3: string[];
}

/** Where the texts of a PDF stand, read with a reader that has nothing to do with the one that wrote it. */
export async function layoutOf(path: string): Promise<LaidOutPage[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const pages: LaidOutPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      // Fonts are known once the page has been gone through.
      await page.getOperatorList();
      const { items, styles } = await page.getTextContent();
      const fonts = new Map(
        Object.keys(styles).map((id) => [id, page.commonObjs.get(id) as { name: string; isType3Font: boolean }]),
      );
      pages.push({
        width: page.view[2] as number,
        height: page.view[3] as number,
        type3: [...fonts.values()].filter(({ isType3Font }) => isType3Font).map(({ name }) => name),
        runs: items.flatMap((item) => {
          if (!('str' in item) || item.str.trim() === '' || item.width === 0) return [];
          const [, , , size = 0, left = 0, baseline = 0] = item.transform as number[];
          const font = (fonts.get(item.fontName)?.name ?? '').replace(/^[A-Z]{6}\+/, '');
          return [{ text: item.str, font, size, left, right: left + item.width, baseline }];
        }),
      });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** Pairs of texts of a page whose letters cover one another. */
export function overlaps({ runs }: LaidOutPage): string[] {
  // What letters cover for certain: a little more than their x-height, and of their width all but the ends.
  const boxes = runs.map((run) => ({
    ...run,
    top: run.baseline + run.size * 0.5,
    left: run.left + run.size * 0.1,
    right: run.right - run.size * 0.1,
  }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right && other.left < one.right && one.baseline < other.top && other.baseline < one.top,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}
