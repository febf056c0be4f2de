/** What a form is filled with; the roles of a palette. */
type Role = 'ground' | 'deep' | 'light' | 'vivid';

/** How the two forms of a picture stand to each other. */
export type Relation = 'level' | 'lean' | 'room' | 'meet' | 'uneven' | 'window' | 'shift' | 'shelter' | 'around';

/** An outline, and whether a point lies inside it. */
export interface Outline {
  path: string;
  contains(x: number, y: number): boolean;
  /** A circle that nothing of it leaves. */
  around: { x: number; y: number; r: number };
}

/** A shape of a picture on a stage of 100 by 100 units with the origin in the middle. */
interface Shape extends Outline {
  role: Role;
  /** The outline that this shape is cut to, where it shows an overlap. */
  within?: string;
}

/** A picture: its shapes from back to front, and the turn of the whole in degrees. */
export interface Picture {
  shapes: Shape[];
  turn: number;
  /** Whether left and right are swapped, before the turn. */
  flip: boolean;
}

const right = 0;
const down = 90;
const left = 180;
const up = 270;

/**
 * A cut round: a circle with one straight cut and rounded corners.
 * @param facing where the round side looks, in degrees (0 right, 90 down)
 * @param cut distance of the cut from the centre in radii (0 half, -0.25 three fifths)
 * @param fillet radius of the corners
 */
export function cutRound(
  x: number,
  y: number,
  r: number,
  facing: number,
  cut = 0,
  fillet = Math.max(0.09 * r, 2.2),
): Outline {
  const f = fillet;
  const along = cut * r + f;
  const across = Math.sqrt((r - f) ** 2 - along ** 2);
  const reach = r / (r - f);
  const angle = (facing * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (u: number, v: number) => `${round(x + u * cos - v * sin)} ${round(y + u * sin + v * cos)}`;
  const large = along < 0 ? 1 : 0;
  const contains = (px: number, py: number) => {
    const [dx, dy] = [px - x, py - y];
    return dx * dx + dy * dy <= r * r && dx * cos + dy * sin >= cut * r;
  };
  const path = [
    `M${at(cut * r, -across)}`,
    `L${at(cut * r, across)}`,
    `A${round(f)} ${round(f)} 0 0 0 ${at(along * reach, across * reach)}`,
    `A${round(r)} ${round(r)} 0 ${large} 0 ${at(along * reach, -across * reach)}`,
    `A${round(f)} ${round(f)} 0 0 0 ${at(cut * r, -across)}Z`,
  ].join('');
  return { path, contains, around: { x, y, r } };
}

/** A whole round. */
export function wholeRound(x: number, y: number, r: number): Outline {
  const [from, to, radius] = [round(x - r), round(x + r), round(r)];
  const path = `M${from} ${round(y)}A${radius} ${radius} 0 1 1 ${to} ${round(y)}A${radius} ${radius} 0 1 1 ${from} ${round(y)}Z`;
  return { path, contains: (px, py) => (px - x) ** 2 + (py - y) ** 2 <= r * r, around: { x, y, r } };
}

/** A bar with round ends (or other corners), centred. */
export function bar(
  x: number,
  y: number,
  width: number,
  height: number,
  corner = Math.min(width, height) / 2,
): Outline {
  const [l, t, w, h, c] = [x - width / 2, y - height / 2, width - 2 * corner, height - 2 * corner, round(corner)];
  const contains = (px: number, py: number) => Math.abs(px - x) <= width / 2 && Math.abs(py - y) <= height / 2;
  const path = [
    `M${round(l + corner)} ${round(t)}h${round(w)}`,
    `a${c} ${c} 0 0 1 ${c} ${c}v${round(h)}`,
    `a${c} ${c} 0 0 1 -${c} ${c}h${round(-w)}`,
    `a${c} ${c} 0 0 1 -${c} -${c}v${round(-h)}`,
    `a${c} ${c} 0 0 1 ${c} -${c}Z`,
  ].join('');
  return { path, contains, around: { x, y, r: Math.hypot(width, height) / 2 } };
}

/**
 * A speech bubble: a round with one corner.
 * @param corner where the corner points, in degrees (135 down to the left)
 */
export function bubble(x: number, y: number, r: number, corner: number, fillet = Math.max(0.09 * r, 2.2)): Outline {
  const [one, other] = [corner - 45, corner + 45].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const at = (u: number, v: number) =>
    `${round(x + u * Math.cos(one) + v * Math.cos(other))} ${round(y + u * Math.sin(one) + v * Math.sin(other))}`;
  const [f, size] = [round(fillet), round(r)];
  const contains = (px: number, py: number) => {
    const [dx, dy] = [px - x, py - y];
    const [u, v] = [one, other].map((angle) => dx * Math.cos(angle) + dy * Math.sin(angle)) as [number, number];
    return dx * dx + dy * dy <= r * r || (u >= 0 && v >= 0 && u <= r && v <= r);
  };
  const path = [
    `M${at(r, 0)}L${at(r, r - f)}A${f} ${f} 0 0 1 ${at(r - f, r)}`,
    `L${at(0, r)}A${size} ${size} 0 1 1 ${at(r, 0)}Z`,
  ].join('');
  return { path, contains, around: { x, y, r: r * Math.SQRT2 } };
}

/** What two outlines share: the one, cut to the other. */
function overlap(one: Outline, other: Outline): Outline & { within: string } {
  return {
    path: one.path,
    within: other.path,
    contains: (x, y) => one.contains(x, y) && other.contains(x, y),
    around: one.around,
  };
}

/** Chooses between two bounds; the same seed gives the same choices in the same order. */
type Vary = (from: number, to: number) => number;

const relations: Readonly<
  Record<Relation, { base: number; turns: boolean; draw: (vary: Vary, place: number) => Shape[] }>
> = {
  level: {
    base: -24,
    turns: true,
    draw: (vary) => {
      const [gap, offset] = [vary(3.5, 5), vary(-3.5, 3.5)];
      return [
        { role: 'deep', ...cutRound(-gap, -offset, 47, left) },
        { role: 'light', ...cutRound(gap, offset, 47, right) },
      ];
    },
  },
  lean: {
    base: -7,
    turns: false,
    draw: (vary, place) => {
      const [round, half] = [of([26, 20, 30, 23], place), of([13, 19, 9, 16], place)];
      return [
        { role: 'deep', ...cutRound(0, 6, 48, down) },
        { role: 'light', ...wholeRound(vary(-15, -9), 5 - round, round) },
        { role: 'vivid', ...cutRound(42 - half, 3.6, half, up) },
      ];
    },
  },
  room: {
    base: -24,
    turns: true,
    draw: (vary) => {
      const [gap, offset] = [vary(17, 22), vary(6, 14)];
      return [
        { role: 'light', ...cutRound(-gap, -offset, 42, left) },
        { role: 'deep', ...cutRound(gap, offset, 42, right) },
        { role: 'vivid', ...bar(0, 0, 6.2, 92) },
      ];
    },
  },
  meet: {
    base: -24,
    turns: true,
    draw: (vary) => {
      const apart = vary(38.5, 40.5);
      const deep = cutRound(-apart, -5, 46, right, -0.12);
      const light = cutRound(apart, 5, 46, left, -0.12);
      return [
        { role: 'deep', ...deep },
        { role: 'light', ...light },
        { role: 'vivid', ...overlap(light, deep) },
      ];
    },
  },
  uneven: {
    base: -13,
    turns: false,
    draw: (vary, place) => {
      const lift = vary(-2, 2);
      const [large, small, foot] = [
        of([31, 26, 35, 29], place),
        of([13, 17, 9, 15], place),
        of([20, 27, 15, 24], place),
      ];
      return [
        { role: 'light', ...bar(0, 10, 116, 5) },
        { role: 'deep', ...cutRound(of([-27, -33, -20, -34], place) + lift, 6, large, up) },
        { role: 'vivid', ...cutRound(of([41, 37, 46, 30], place), 6, small, up) },
        { role: 'light', ...cutRound(of([-4, 8, -16, 2], place) + lift, 14, foot, down) },
      ];
    },
  },
  window: {
    base: -16,
    turns: true,
    draw: (vary) => {
      const frame = bar(vary(-6, 6), vary(-3, 3), 46, 64, 7);
      const [one, other] = [cutRound(-4, -3, 48, left), cutRound(4, 3, 48, right)];
      return [
        { role: 'deep', ...one },
        { role: 'light', ...other },
        { role: 'vivid', ...frame },
        { role: 'light', ...overlap(one, frame) },
        { role: 'deep', ...overlap(other, frame) },
      ];
    },
  },
  shift: {
    base: -24,
    turns: true,
    draw: (vary) => {
      const offset = vary(17, 23);
      return [
        { role: 'deep', ...cutRound(-2.2, -offset, 46, left) },
        { role: 'deep', ...cutRound(2.2, offset, 46, right) },
        { role: 'vivid', ...cutRound(-2.2, -offset, 25, left, 0, 0.1) },
        { role: 'light', ...cutRound(2.2, offset, 25, right, 0, 0.1) },
      ];
    },
  },
  shelter: {
    base: 0,
    turns: false,
    draw: (vary, place) => {
      const near = vary(16.2, 17.2);
      const [wide, one] = [of([36, 45, 33, 40], place), of([14.5, 16, 12, 15], place)];
      return [
        { role: 'deep', ...cutRound(0, 26, of([58, 58, 50, 54], place), up) },
        { role: 'ground', ...cutRound(0, 27, wide, up, 0, 0.01) },
        { role: 'light', ...cutRound(-near, 26, one, up) },
        { role: 'vivid', ...cutRound(near, 26, one, up) },
        { role: 'light', ...bar(0, 33, 116, 5) },
      ];
    },
  },
  around: {
    base: 20,
    turns: true,
    draw: (vary) => {
      const turn = vary(-10, 10);
      const halves = [0, 90, 180, 270].map((angle, index): Shape => {
        const direction = ((angle + turn) * Math.PI) / 180;
        const [x, y] = [24.5 * Math.cos(direction), 24.5 * Math.sin(direction)];
        return { role: index % 2 === 0 ? 'deep' : 'light', ...cutRound(x, y, 24, angle + turn) };
      });
      return [...halves, { role: 'vivid', ...wholeRound(0, 0, 15.5) }];
    },
  },
};

/** The turn that each further lesson of a unit adds, in degrees. */
const lessonTurns = [0, 62, 128, 196];

/**
 * The picture of a unit for one of its lessons: the same ids always give the same picture.
 * @param order the place of the lesson in its unit, from 1
 */
export function pictureFor(relation: Relation, seed: string, order: number): Picture {
  const { base, turns, draw } = relations[relation];
  const place = (order - 1) % lessonTurns.length;
  const shapes = draw(seeded(seed), place);
  if (turns) return { shapes, turn: base + (lessonTurns[place] as number), flip: false };
  // What stands on the ground can't turn: further lessons mirror it, and draw it in other proportions.
  return { shapes, turn: place % 2 === 1 ? -base : base, flip: place % 2 === 1 };
}

/** A measure for the place of a lesson in its unit. */
function of(measures: readonly [number, number, number, number], place: number): number {
  return measures[place] ?? measures[0];
}

/** FNV-1a over the seed, fed into mulberry32: small, well-known, the same everywhere. */
function seeded(seed: string): Vary {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) as number), 0x01000193);
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * (to - from);
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
