import { clampChroma, converter, formatHex, wcagContrast } from 'culori';

const toOklch = converter('oklch');

/**
 * The colour of a school as it is printed: as it is where it can be seen on white paper, otherwise the lightest tone of
 * the same hue that can.
 * @param colour as `#rrggbb`
 * @param least contrast with white, as WCAG 2 counts it
 * @returns `#rrggbb`
 */
export function fittedColour(colour: string, least: number): string {
  const seen = (hex: string) => wcagContrast(hex, '#ffffff') >= least;
  const own = toOklch(colour);
  if (!own || seen(colour)) return colour.toLowerCase();
  const steps = 200;
  for (let step = steps - 1; step > 0; step -= 1) {
    const hex = formatHex(clampChroma({ ...own, l: (own.l * step) / steps }, 'oklch'));
    if (seen(hex)) return hex;
  }
  return '#000000';
}
