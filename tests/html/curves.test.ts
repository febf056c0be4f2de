import svgpath from 'svgpath';
import { describe, expect, it } from 'vitest';
import { withoutArcs } from '../../src/html/curves.js';
import { icon } from '../../src/html/icons.js';

describe('arcs in pictures', () => {
  it('become curves that stay on the circle', () => {
    const markup = withoutArcs('<path d="M-50 0A50 50 0 1 1 50 0A50 50 0 1 1 -50 0Z" fill="red"/>');
    const ends: number[] = [];
    svgpath(/ d="([^"]*)"/.exec(markup)?.[1] ?? '').iterate((segment, _index, x, y) => {
      expect(segment[0]).not.toMatch(/a/i);
      ends.push(Math.hypot(x, y));
    });
    expect(ends).toHaveLength(6);
    for (const distance of ends.slice(1)) expect(distance).toBeCloseTo(50, 1);
  });

  it('keep their shape in the smallest drawing', () => {
    expect(withoutArcs('<path d="M0 0.001a0.0005 0.0005 0 0 1 0.001 0"/>')).toContain('0.0007239');
  });

  it('are gone from icons, whose other attributes stay', () => {
    expect(icon('ear')).toMatch(/ d="[^"]*a/);
    expect(withoutArcs(icon('ear'))).not.toMatch(/ d="[^"]*[aA]/);
    expect(withoutArcs(icon('ear'))).toContain('class="icon"');
  });

  it('stay where a path can’t be read, and elsewhere', () => {
    for (const markup of ['<path d="M0 0A1"/>', '<path d="all"/>', '<p id="a">An a</p>']) {
      expect(withoutArcs(markup)).toBe(markup);
    }
  });
});
