import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture, Relation } from '../../src/html/art.js';
import { bubble, cutRound, pictureFor } from '../../src/html/art.js';
import type { Placement } from '../../src/html/placement.js';
import { placePicture, touches } from '../../src/html/placement.js';

const relations: Relation[] = ['level', 'lean', 'room', 'meet', 'uneven', 'window', 'shift', 'shelter', 'around'];

/** What role lies at the points of a grid over a picture and a little beyond. */
function rolesOf({ shapes, turn, flip }: Picture): string[] {
  const angle = (-turn * Math.PI) / 180;
  const steps = Array.from({ length: 81 }, (_step, index) => (index - 40) * 1.5);
  return steps.flatMap((y) =>
    steps.map((x) => {
      const u = x * Math.cos(angle) - y * Math.sin(angle);
      const v = x * Math.sin(angle) + y * Math.cos(angle);
      return shapes.findLast((shape) => shape.contains(flip ? -u : u, v))?.role ?? 'ground';
    }),
  );
}

describe('a speech bubble', () => {
  it('is a round with one corner', () => {
    const { contains, path } = bubble(10, 20, 40, 135);
    expect([contains(10, 20), contains(-29, 59), contains(49, 21)]).toEqual([true, true, true]);
    expect([contains(49, 59), contains(-29, -19), contains(-31, 59)]).toEqual([false, false, false]);
    expect(path).toMatch(/^M10 60L-26.4 60A3.6 3.6/);
  });
});

describe('the pictures of lessons', () => {
  it('are the same for the same ids and differ between the lessons of a unit', () => {
    for (const relation of relations) {
      const draw = (seed: string, order: number) => JSON.stringify(pictureFor(relation, seed, order));
      expect(draw('ks3-respect / ks3-respect-1', 1)).toBe(draw('ks3-respect / ks3-respect-1', 1));
      expect(draw('ks3-respect / ks3-respect-1', 1)).not.toBe(draw('ks3-respect / ks3-respect-2', 2));
    }
  });

  it('are far enough apart, each from each, to be told from one another in grey', () => {
    const units: Record<string, Relation> = {
      'ks3-respect': 'level',
      'ks3-online': 'window',
      'ks3-power': 'uneven',
      'ks4-equal': 'meet',
      'ks4-protect': 'shelter',
      'ks5-ahead': 'around',
    };
    const pictures = Object.entries(units).flatMap(([unit, relation]) =>
      [1, 2, 3, 4].map((order) => {
        const id = `${unit}-${order}`;
        return { id, roles: rolesOf(pictureFor(relation, `${unit} / ${id}`, order)) };
      }),
    );
    for (const [index, one] of pictures.entries()) {
      for (const other of pictures.slice(index + 1)) {
        const drawn = one.roles.filter((role, at) => role !== 'ground' || other.roles[at] !== 'ground').length;
        const different = one.roles.filter((role, at) => role !== other.roles[at]).length;
        expect(different / drawn, `${one.id} and ${other.id}`).toBeGreaterThan(0.2);
      }
    }
  });

  it('are made of few paths, all of whose numbers are finite', () => {
    for (const relation of relations) {
      const { shapes } = pictureFor(relation, 'a / b', 3);
      expect(shapes.length).toBeLessThan(7);
      for (const { path } of shapes) expect(path).not.toMatch(/NaN|Infinity/);
    }
  });

  it('know what lies inside a cut round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.double({ min: -0.25, max: 0.3, noNaN: true }), (facing, cut) => {
        const { contains } = cutRound(10, 20, 40, facing, cut);
        const angle = (facing * Math.PI) / 180;
        const at = (distance: number) => [10 + distance * Math.cos(angle), 20 + distance * Math.sin(angle)] as const;
        expect(contains(...at(39))).toBe(true);
        expect(contains(...at(41))).toBe(false);
        expect(contains(...at(cut * 40 - 1))).toBe(false);
      }),
    );
  });
});

describe('placing a picture', () => {
  const cover: Placement = { x: 900, y: 340, half: 410, mirror: true };
  const title = [{ left: 64, top: 350, right: 640, bottom: 590 }];

  it('keeps deep and vivid forms off the text, for every relation and lesson', () => {
    for (const relation of relations) {
      for (const order of [1, 2, 3, 4]) {
        const picture = pictureFor(relation, `${relation} / ${order}`, order);
        const place = placePicture(picture, cover, title);
        if (!place) throw new Error(`${relation} finds no place.`);
        for (const box of title) expect(touches(picture, place, box)).toBe(false);
      }
    }
  });

  it('leaves a picture where it was wished when nothing is in the way', () => {
    expect(placePicture(pictureFor('level', 'a / b', 1), cover, [])).toEqual(cover);
  });

  it('gives none when there is no place', () => {
    const everywhere = [{ left: 0, top: 0, right: 1280, bottom: 720 }];
    expect(placePicture(pictureFor('level', 'a / b', 1), cover, everywhere)).toBeNull();
  });
});
