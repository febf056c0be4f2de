/** A rectangle with sides along the axes, in points. */
export type Box = [left: number, bottom: number, right: number, top: number];

/** A matrix of six numbers as PDF writes them (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** The product of two matrices (ISO 32000-1, 8.3.4). */
export function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The smallest box around both; null where there is neither. */
export function union(one: Box | null, other: Box | null): Box | null {
  if (!one || !other) return one ?? other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** The part of a box that lies within another. */
export function within(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}
