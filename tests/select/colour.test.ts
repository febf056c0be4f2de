import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fittedColour } from '../../src/select/colour.js';

const toOklch = converter('oklch');
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

it('makes any colour one that can be seen, and leaves those alone that can', () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const fitted = fittedColour(colour, 3);
      expect(wcagContrast(fitted, '#ffffff')).toBeGreaterThanOrEqual(3);
      if (wcagContrast(colour, '#ffffff') >= 3) expect(fitted).toBe(colour);
    }),
  );
});

it('keeps the hue', () => {
  for (const colour of ['#ffe066', '#ffb3c1', '#9be8ff', '#b7f7b0']) {
    const [before, after] = [toOklch(colour), toOklch(fittedColour(colour, 3))];
    expect(Math.abs((before?.h ?? 0) - (after?.h ?? 0)), colour).toBeLessThan(6);
  }
});
