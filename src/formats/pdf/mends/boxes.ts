import type { PdfFile } from '../file.js';
import { pagesOf } from '../structure.js';

/** Points in a millimetre. */
const pointsPerMm = 72 / 25.4;

/**
 * Says where a printer trims: each page has a strip beyond its edges that is cut off (ISO 32000-1, 14.11.2).
 * @param bleed the width of the strip in millimetres
 */
export function setBoxes(file: PdfFile, bleed: number): void {
  const strip = Math.round(bleed * pointsPerMm * 1000) / 1000;
  for (const page of pagesOf(file)) {
    file.change(page, (dict) => {
      const media = file.array(dict.get('MediaBox'));
      const [left, bottom, right, top] = media.map(Number) as [number, number, number, number];
      dict.set('BleedBox', media);
      dict.set('TrimBox', [left + strip, bottom + strip, right - strip, top - strip]);
    });
  }
}
