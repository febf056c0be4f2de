import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Draws pages of a PDF, with a reader that has nothing to do with the one that wrote it.
 * @param {Uint8Array} pdf
 * @param {(size: { width: number, height: number }, number: number) => number | null} scaleOf how much a page is drawn
 *   larger than its points; null for a page that is left out
 * @returns {Promise<import('@napi-rs/canvas').Canvas[]>}
 */
export async function pagePictures(pdf, scaleOf) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const pictures = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const scale = scaleOf(page.getViewport({ scale: 1 }), number);
      if (scale === null) continue;
      const viewport = page.getViewport({ scale });
      const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas, viewport, background: '#fff' }).promise;
      pictures.push(canvas);
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

/**
 * Lays pictures out in rows on grey.
 * @param {readonly import('@napi-rs/canvas').Canvas[]} pictures
 * @param {number} columns
 * @returns {import('@napi-rs/canvas').Canvas}
 */
export function contactSheet(pictures, columns) {
  const gap = 8;
  const rows = [];
  for (let index = 0; index < pictures.length; index += columns) rows.push(pictures.slice(index, index + columns));
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const widths = rows.map((row) => row.reduce((sum, { width }) => sum + width + gap, gap));
  const sheet = createCanvas(
    Math.max(...widths),
    heights.reduce((sum, height) => sum + height + gap, gap),
  );
  const context = sheet.getContext('2d');
  context.fillStyle = '#d8d6d2';
  context.fillRect(0, 0, sheet.width, sheet.height);
  let top = gap;
  for (const [index, row] of rows.entries()) {
    let left = gap;
    for (const picture of row) {
      context.drawImage(picture, left, top);
      left += picture.width + gap;
    }
    top += (heights[index] ?? 0) + gap;
  }
  return sheet;
}
