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

/**
 * The placement nearest to the wished one at which no deep or vivid form touches the boxes. Text may cross from ground
 * to light, since both carry ink. Tries to move right and up, to mirror, and last to make the picture smaller.
 * @returns null when text would stand on a dark form wherever the picture went: then there is none
 */
export function placePicture(picture: Picture, wish: Placement, clear: readonly Box[]): Placement | null {
  const unit = wish.half / 400;
  const wishes = sizes.flatMap((size) =>
    [false, true].flatMap((flip) =>
      steps.flatMap((right) =>
        steps.slice(0, 7).map((up) => ({
          cost: (1 - size) * 900 + (flip ? 300 : 0) + right + up * 1.2,
          placement: {
            x: wish.x + right * unit,
            y: wish.y - up * unit,
            half: wish.half * size,
            mirror: wish.mirror !== flip,
          },
        })),
      ),
    ),
  );
  const best = wishes
    .sort((one, other) => one.cost - other.cost)
    .find(({ placement }) => clear.every((box) => !touches(picture, placement, box)));
  return best?.placement ?? null;
}

/** Whether a dark form of the placed picture reaches into a box; looks at points a hundredth of its size apart. */
export function touches(picture: Picture, placement: Placement, { left, top, right, bottom }: Box): boolean {
  const toStage = stageOf(picture, placement);
  const gap = placement.half / 50;
  for (let y = top; y <= bottom; y += gap) {
    for (let x = left; x <= right; x += gap) {
      const [u, v] = toStage(x, y);
      const front = picture.shapes.findLast((shape) => shape.contains(u, v));
      if (front?.role === 'deep' || front?.role === 'vivid') return true;
    }
  }
  return false;
}

/** From a point of the page to the point of the stage that is drawn there. */
function stageOf(picture: Picture, { x, y, half, mirror }: Placement): (px: number, py: number) => [number, number] {
  const angle = ((mirror ? picture.turn : -picture.turn) * Math.PI) / 180;
  const scale = 50 / half;
  return (px, py) => {
    const [dx, dy] = [px - x, py - y];
    const u = (dx * Math.cos(angle) - dy * Math.sin(angle)) * scale;
    const v = (dx * Math.sin(angle) + dy * Math.cos(angle)) * scale;
    return [mirror !== picture.flip ? -u : u, v];
  };
}
