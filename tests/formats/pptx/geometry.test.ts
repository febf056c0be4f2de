import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Xml } from '../../../src/formats/office/xml.js';
import { outlineOf } from '../../../src/formats/pptx/geometry.js';
import { bar, bubble, cutRound, wholeRound } from '../../../src/html/art.js';
import { all, parseXml } from '../../helpers/office.js';

const plain = { matrix: [1, 0, 0, 1, 0, 0], fill: 'rgb(1, 2, 3)', within: null, still: true };
const pixels = 9525;

/** The corners of what is drawn, in pixels of the slide. */
function cornersOf(outline: { frame: Xml; geometry: Xml }): [number, number][] {
  const read = parseXml(`<r>${outline.frame.text}${outline.geometry.text}</r>`);
  const off = all(read, 'a:off')[0]?.attributes as { x: string; y: string };
  return all(read, 'a:pt').map(({ attributes: { x, y } }) => [
    (Number(off.x) + Number(x)) / pixels,
    (Number(off.y) + Number(y)) / pixels,
  ]);
}

const outline = fc
  .tuple(
    fc.integer({ min: -300, max: 1600 }),
    fc.integer({ min: -300, max: 1000 }),
    fc.integer({ min: 20, max: 900 }),
    fc.integer({ min: 0, max: 359 }),
  )
  .chain(([x, y, r, turn]) =>
    fc.constantFrom(cutRound(x, y, r, turn), wholeRound(x, y, r), bar(x, y, 2 * r, r), bubble(x, y, r, turn)),
  );

describe('outlines of forms', () => {
  it('stay on the slide, and inside of the form that they are cut to', () => {
    fc.assert(
      fc.property(outline, outline, (one, other) => {
        const drawn = outlineOf({ ...plain, path: one.path, within: other.path });
        if (!drawn) return;
        const [{ x, y, r }, around] = [other.around, one.around];
        for (const [px, py] of cornersOf(drawn)) {
          expect(px).toBeGreaterThan(-0.1);
          expect(px).toBeLessThan(1280.1);
          expect(py).toBeGreaterThan(-0.1);
          expect(py).toBeLessThan(720.1);
          expect(Math.hypot(px - x, py - y)).toBeLessThan(r + 0.5);
          expect(Math.hypot(px - around.x, py - around.y)).toBeLessThan(around.r + 0.5);
        }
      }),
    );
  });

  it('keep their curves where nothing cuts them, moved and turned as the page has them', () => {
    const drawn = outlineOf({ ...plain, path: wholeRound(0, 0, 50).path, matrix: [0, 2, -2, 0, 400, 300] });
    expect(drawn?.geometry.text).toContain('<a:cubicBezTo>');
    expect(drawn?.frame.text).toContain(`<a:off x="${300 * pixels}" y="${200 * pixels}"/>`);
    expect(drawn?.frame.text).toContain(`<a:ext cx="${200 * pixels}" cy="${200 * pixels}"/>`);
  });

  it('are none where nothing of them is on the slide', () => {
    expect(outlineOf({ ...plain, path: 'M-90 -90h20v20z' })).toBeNull();
  });

  it('may have holes, and any command of a path', () => {
    const path = 'M10 10h80v80h-80zM30 30q20 0 20 20t-20 20s-5 -5 0 -10a5 5 0 0 1 0 -9z';
    const text = outlineOf({ ...plain, path })?.geometry.text ?? '';
    expect(text.match(/<a:moveTo>/g)).toHaveLength(2);
    expect(text.match(/<a:close\/>/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
