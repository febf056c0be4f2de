import { createRequire } from 'node:module';

// Only where a school has a colour of its own, and as one file: the package is 150 modules, more than all that most commands need.
const require = createRequire(import.meta.url);
const culori = () => require('culori') as typeof import('culori');

/**
 * How much a colour stands out from white paper.
 * @param colour as `#rrggbb`
 * @returns a ratio from 1 to 21, as WCAG 2 counts it
 */
export function contrastWithPaper(colour: string): number {
  return culori().wcagContrast(colour, '#ffffff');
}

/**
 * The colour of a school as it is printed: as it is where it can be seen on white paper, otherwise the lightest tone of
 * the same hue that can.
 * @param colour as `#rrggbb`
 * @param least contrast with white, as WCAG 2 counts it
 * @returns `#rrggbb`
 */
export function fittedColour(colour: string, least: number): string {
  const { clampChroma, converter, formatHex } = culori();
  const seen = (hex: string) => contrastWithPaper(hex) >= least;
  const own = converter('oklch')(colour);
  if (!own || seen(colour)) return colour.toLowerCase();
  const steps = 200;
  for (let step = steps - 1; step > 0; step -= 1) {
    const hex = formatHex(clampChroma({ ...own, l: (own.l * step) / steps }, 'oklch'));
    if (seen(hex)) return hex;
  }
  return '#000000';
}
