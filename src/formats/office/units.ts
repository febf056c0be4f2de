/** Pixels as English metric units, of which an inch has 914,400 and a pixel 9,525. Source: ECMA-376, 20.1.2.1. */
export function emu(pixels: number): number {
  return Math.round(pixels * 9525);
}

/** Pixels as hundredths of a point: sizes of letters, and distances in and between lines. */
export function points(pixels: number): number {
  return Math.round(pixels * 75);
}
