import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands } from '../../src/library/library.js';
import { forBand, isBandMap, MissingBandError, NotForBandError } from '../../src/select/age-gate.js';

/** Any data in which every text names the bands that may see it. */
const gated = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant('for all'),
    fc.record({ ks3: fc.constant('only ks3'), ks4: fc.constant('only ks4'), ks5: fc.constant('only ks5') }),
    fc.record({ ks3: tie('node'), ks4: tie('node'), ks5: tie('node') }),
    fc.array(tie('node'), { maxLength: 4 }),
    fc
      .tuple(fc.subarray(['ks3', 'ks4', 'ks5'], { minLength: 1 }), tie('node'))
      .map(([own, inner]) => ({ bands: own, text: `bands ${own.join(' ')}`, inner })),
    fc.record({ title: tie('node'), list: fc.array(tie('node'), { maxLength: 3 }) }),
  ),
})).node;

describe('the age gate', () => {
  it('leaves nothing of another band, anywhere', () => {
    fc.assert(
      fc.property(gated, fc.constantFrom(...bands), (data, band) => {
        const shown = JSON.stringify(forBand({ data }, band));
        for (const other of bands.filter((candidate) => candidate !== band)) {
          expect(shown).not.toContain(`only ${other}`);
          expect(shown).not.toContain(`"${other}"`);
        }
        for (const [, own = ''] of shown.matchAll(/"bands ([^"]*)"/g)) expect(own.split(' ')).toContain(band);
        expect(shown).not.toContain('"bands":');
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what is for all bands, and tells where it stood', () => {
    const data = {
      slides: [{ id: 'one', bands: ['ks4' as const] }, { id: 'two' }],
      title: { ks3: 'Kind', ks4: 'Fair' },
    };
    expect(forBand(data, 'ks3')).toEqual({ at: '', title: 'Kind', slides: [{ id: 'two', at: 'slides/1' }] });
  });

  it('refuses to fall back to another band', () => {
    expect(() => forBand({ title: { ks4: 'Fair' } }, 'ks3')).toThrow(MissingBandError);
  });

  it('refuses a whole that is for other bands', () => {
    expect(() => forBand({ id: 'a', bands: ['ks4'] }, 'ks3')).toThrow(NotForBandError);
  });

  it('takes only names of bands for a band map', () => {
    expect(isBandMap({ ks3: 'a', ks5: 'b' })).toBe(true);
    expect(isBandMap({ ks3: 'a', title: 'b' })).toBe(false);
    expect(isBandMap({})).toBe(false);
  });
});
