import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/html/art.js';
import { cutRound, pictureFor } from '../../src/html/art.js';
import type { Placement } from '../../src/html/placement.js';
import { NoPlaceError, placePicture, touches } from '../../src/html/placement.js';

const relations: Relation[] = ['level', 'lean', 'room', 'meet', 'uneven', 'window', 'shift', 'shelter', 'around'];

describe('the pictures of lessons', () => {
  it('are the same for the same ids and differ between the lessons of a unit', () => {
    for (const relation of relations) {
      const draw = (seed: string, order: number) => JSON.stringify(pictureFor(relation, seed, order));
      expect(draw('ks3-respect / ks3-respect-1', 1)).toBe(draw('ks3-respect / ks3-respect-1', 1));
      expect(draw('ks3-respect / ks3-respect-1', 1)).not.toBe(draw('ks3-respect / ks3-respect-2', 2));
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
        for (const box of title) expect(touches(picture, place, box)).toBe(false);
      }
    }
  });

  it('leaves a picture where it was wished when nothing is in the way', () => {
    expect(placePicture(pictureFor('level', 'a / b', 1), cover, [])).toEqual(cover);
  });

  it('says so when there is no place', () => {
    const everywhere = [{ left: 0, top: 0, right: 1280, bottom: 720 }];
    expect(() => placePicture(pictureFor('level', 'a / b', 1), cover, everywhere)).toThrow(NoPlaceError);
  });
});
