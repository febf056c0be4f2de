import svgpath from 'svgpath';
import { emu } from '../office/units.js';
import type { Xml } from '../office/xml.js';
import { xml } from '../office/xml.js';
import type { ShapeFacts } from './facts.js';

/** Width and height of a slide in pixels. */
export const slideSize = { width: 1280, height: 720 } as const;

type Point = readonly [number, number];
/** A piece of an outline: its end, and before that the two points that bend it; a line has none. */
type Segment = { move: boolean; points: readonly Point[] };

/** An outline in pixels: where it stands, and how it goes, as `a:custGeom`; null where nothing of it is on the slide. */
export function outlineOf({ path, matrix, within }: ShapeFacts): { frame: Xml; geometry: Xml } | null {
  const whole = segmentsOf(path, matrix);
  const borders = [...(within === null ? [] : [cornersOf(segmentsOf(within, matrix))]), slideCorners];
  // A form may have no edge where it is cut: only what has to be cut loses its curves.
  const isInside = within === null && whole.every(({ points }) => points.every(isOnSlide));
  const segments = isInside ? whole : linesBetween(borders.reduce(cutTo, cornersOf(whole)));
  const all = segments.flatMap(({ points }) => points);
  if (all.length < 3) return null;
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const at = ([x, y]: Point) => xml`<a:pt x="${emu(x - left)}" y="${emu(y - top)}"/>`;
  const drawn = segments.map(({ move, points }, index) => {
    const start = move && index > 0 ? xml`<a:close/>` : null;
    if (move) return xml`${start}<a:moveTo>${points.map(at)}</a:moveTo>`;
    return points.length === 1
      ? xml`<a:lnTo>${points.map(at)}</a:lnTo>`
      : xml`<a:cubicBezTo>${points.map(at)}</a:cubicBezTo>`;
  });
  return {
    frame: frameOf({ x: left, y: top, width, height }),
    geometry: xml`<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${emu(width)}" h="${emu(height)}">${drawn}<a:close/></a:path></a:pathLst></a:custGeom>`,
  };
}

/** Where something stands, in pixels. */
export function frameOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Xml {
  return xml`<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

/** An SVG path as lines and cubic curves, in pixels. */
function segmentsOf(path: string, matrix: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  svgpath(path)
    .abs()
    .unshort()
    .unarc()
    .matrix([...matrix])
    .iterate(([command, ...numbers], _index, x, y) => {
      const pairs = Array.from({ length: Math.floor(numbers.length / 2) }, (_pair, index): Point => {
        return [numbers[index * 2] as number, numbers[index * 2 + 1] as number];
      });
      if (command === 'H') segments.push({ move: false, points: [[numbers[0] as number, y]] });
      else if (command === 'V') segments.push({ move: false, points: [[x, numbers[0] as number]] });
      else if (command === 'Q') {
        const [bend, end] = pairs as [Point, Point];
        // A quadratic curve bends two thirds of the way to its point.
        const towards = ([fromX, fromY]: Point): Point => [
          fromX + ((bend[0] - fromX) * 2) / 3,
          fromY + ((bend[1] - fromY) * 2) / 3,
        ];
        segments.push({ move: false, points: [towards([x, y]), towards(end), end] });
      } else if (pairs.length > 0) segments.push({ move: command === 'M', points: pairs });
    });
  return segments;
}

const isOnSlide = ([x, y]: Point) => x >= -1 && y >= -1 && x <= slideSize.width + 1 && y <= slideSize.height + 1;

const slideCorners: readonly Point[] = [
  [0, 0],
  [slideSize.width, 0],
  [slideSize.width, slideSize.height],
  [0, slideSize.height],
];

/**
 * So many straight pieces stand for a curve. One quarter of the largest round of a slide, of 900 pixels, is nowhere off by a
 * tenth of a pixel then: r (1 - cos(90° / 64 / 2)) is 0.07.
 */
const piecesOfCurve = 64;

/** The corners of an outline of one piece, with its curves as many short lines. */
function cornersOf(segments: readonly Segment[]): Point[] {
  const corners: Point[] = [];
  for (const { points } of segments) {
    const [start, [one, other, end]] = [corners.at(-1), points] as [Point | undefined, readonly (Point | undefined)[]];
    if (!start || !one || !other || !end) {
      corners.push(points.at(-1) as Point);
      continue;
    }
    for (let step = 1; step <= piecesOfCurve; step += 1) {
      const t = step / piecesOfCurve;
      const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
      const along = (axis: 0 | 1) => a * start[axis] + b * one[axis] + c * other[axis] + d * end[axis];
      corners.push([along(0), along(1)]);
    }
  }
  return corners;
}

/**
 * A polygon cut to a convex one.
 * Source: I. Sutherland and G. Hodgman, ‘Reentrant polygon clipping’, Communications of the ACM 17 (1974).
 */
function cutTo(polygon: Point[], border: readonly Point[]): Point[] {
  const turn = Math.sign(areaOf(border));
  return border.reduce((left, from, index) => {
    const to = border[(index + 1) % border.length] as Point;
    const side = ([x, y]: Point) => turn * ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
    return left.flatMap((point, at) => {
      const before = left.at(at - 1) as Point;
      const [here, there] = [side(point), side(before)];
      const share = there / (there - here);
      const crossing: Point = [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share];
      if (here >= 0) return there >= 0 ? [point] : [crossing, point];
      return there >= 0 ? [crossing] : [];
    });
  }, polygon);
}

/** Twice the area of a polygon: above nothing where it goes round with the clock. */
function areaOf(polygon: readonly Point[]): number {
  return polygon.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] as Point;
    return sum + x * nextY - nextX * y;
  }, 0);
}

function linesBetween(corners: readonly Point[]): Segment[] {
  return corners.map((corner, index) => ({ move: index === 0, points: [corner] }));
}
