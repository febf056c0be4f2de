import type { Picture } from './art.js';

/** Where a picture stands on a page: its centre, half its size, and whether left and right are swapped. */
export interface Placement {
  x: number;
  y: number;
  half: number;
  mirror: boolean;
}

/** A part of the page that must stay free of dark forms, in the units of the page. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far a picture may go, in 400ths of half its size. */
const steps = [0, 20, 40, 60, 80, 100, 120, 160, 200, 240];
const sizes = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54, 0.46];

/** All ways to give way, the least first. */
const moves = sizes
  .flatMap((size) =>
    [false, true].flatMap((flip) =>
      steps.flatMap((right) =>
        steps
          .slice(0, 7)
          .map((up) => ({ size, flip, right, up, cost: (1 - size) * 900 + (flip ? 300 : 0) + right + up * 1.2 })),
      ),
    ),
  )
  .sort((one, other) => one.cost - other.cost);

/**
 * The placement nearest to the wished one at which no deep or vivid form touches the boxes. Text may cross from ground
 * to light, since both carry ink. Tries to move right and up, to mirror, and last to make the picture smaller.
 * @returns null when text would stand on a dark form wherever the picture went: then there is none
 */
export function placePicture(picture: Picture, wish: Placement, clear: readonly Box[]): Placement | null {
  const unit = wish.half / 400;
  for (const { size, flip, right, up } of moves) {
    const placement = {
      x: wish.x + right * unit,
      y: wish.y - up * unit,
      half: wish.half * size,
      mirror: wish.mirror !== flip,
    };
    if (clear.every((box) => !touches(picture, placement, box))) return placement;
  }
  return null;
}

/** Whether a dark form of the placed picture reaches into a box; looks at points a hundredth of its size apart. */
export function touches(picture: Picture, placement: Placement, { left, top, right, bottom }: Box): boolean {
  const { toStage, toPage } = movesBetween(picture, placement);
  const gap = placement.half / 50;
  const isDark = (x: number, y: number) => {
    const [u, v] = toStage(x, y);
    const front = picture.shapes.findLast((shape) => shape.contains(u, v));
    return front !== undefined && darkRoles.has(front.role);
  };
  return picture.shapes
    .filter(({ role }) => darkRoles.has(role))
    .some(({ around }) => {
      const [x, y] = toPage(around.x, around.y);
      const reach = around.r * gap;
      // Only where the form can be, on the grid of the whole box.
      const [firstRow, lastRow] = between(top, bottom, y - reach, y + reach, gap);
      const [first, last] = between(left, right, x - reach, x + reach, gap);
      for (let row = firstRow; row <= lastRow; row += 1) {
        for (let column = first; column <= last; column += 1) {
          if (isDark(left + column * gap, top + row * gap)) return true;
        }
      }
      return false;
    });
}

const darkRoles: ReadonlySet<string> = new Set(['deep', 'vivid']);

/** The first and the last of the points from `start` to `end`, a gap apart, that lie between two bounds. */
function between(start: number, end: number, least: number, most: number, gap: number): [number, number] {
  return [Math.max(0, Math.ceil((least - start) / gap)), Math.floor((Math.min(end, most) - start) / gap)];
}

interface Moves {
  /** From a point of the page to the point of the stage that is drawn there. */
  toStage(x: number, y: number): [number, number];
  /** And back. */
  toPage(u: number, v: number): [number, number];
}

function movesBetween(picture: Picture, { x, y, half, mirror }: Placement): Moves {
  const angle = ((mirror ? picture.turn : -picture.turn) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const scale = half / 50;
  const across = mirror !== picture.flip ? -1 : 1;
  return {
    toStage(px, py) {
      const [dx, dy] = [(px - x) / scale, (py - y) / scale];
      return [across * (dx * cos - dy * sin), dx * sin + dy * cos];
    },
    toPage(u, v) {
      return [x + (across * u * cos + v * sin) * scale, y + (v * cos - across * u * sin) * scale];
    },
  };
}
