import { fontFamilies } from '../../../html/fonts.js';
import { fontName, fontsIn } from '../fonts.js';
import type { PdfDict } from '../objects.js';
import type { OpenPdf, Question } from '../open.js';
import { unicodeMapOf } from '../text.js';

/** Each font is inside the file, says which characters it shows, and is one of ours (rules 7.21.4.1 and 7.21.7). */
export const fontsAreWhole: Question = (pdf) =>
  fontsIn(
    pdf.file,
    pdf.streams.all.map(({ resources }) => resources),
  ).flatMap((font) => {
    const name = fontName(font);
    return [
      ...(isOurs(name) ? [] : [`Some text came out in a font that is not ours: ${name}.`]),
      ...(isEmbedded(pdf, font) ? [] : [`The font ${name} is not inside the PDF.`]),
      ...charactersProblem(pdf, font, name),
    ];
  });

/** Codes that are no characters: zero, and the two that only tell the order of bytes (rule 7.21.7). */
const nothing = /[\0\uFEFF\uFFFE]/;

function charactersProblem({ file }: OpenPdf, font: PdfDict, name: string): string[] {
  const map = unicodeMapOf(file, font);
  if (!map) return [`The font ${name} does not say which characters it shows.`];
  const isWhole = map.every((characters) => characters === undefined || !nothing.test(characters));
  return isWhole ? [] : [`The font ${name} draws a sign that stands for no character, such as a mark over a letter.`];
}

function isEmbedded({ file }: OpenPdf, font: PdfDict): boolean {
  const [descendant] = file.array(font.get('DescendantFonts'));
  const descriptor = file.dict(descendant ? file.dict(descendant).get('FontDescriptor') : font.get('FontDescriptor'));
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
}

function isOurs(name: string): boolean {
  return fontFamilies.some((family) => name.startsWith(family.replaceAll(' ', '')));
}
