import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../helpers/pshe.js';

const css = readFileSync(join(root, 'templates/base/tokens.css'), 'utf8');
const palettes = [...css.matchAll(/\.palette-(\w+) \{([^}]*)\}/g)].map(([, name, body]) => ({
  name: name as string,
  colours: Object.fromEntries(
    [...(body as string).matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, role, hex]) => [role, hex]),
  ),
}));

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** CIE lightness of a colour, 0 to 100. */
function lightness(hex: string): number {
  const y = luminance(hex);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27;
}

describe.each(palettes)('palette $name', ({ name, colours }) => {
  it.each(['ground', 'light', 'paper', 'wash'])('carries ink on %s', (role) => {
    expect(contrast(colours.ink as string, colours[role] as string)).toBeGreaterThanOrEqual(4.5);
  });

  it('carries white on deep, and accent on paper and wash', () => {
    expect(contrast('#ffffff', colours.deep as string)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.accent as string, colours.paper as string)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.accent as string, colours.wash as string)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.ink as string, colours.vivid as string)).toBeGreaterThanOrEqual(4.5);
  });

  it('stays apart in grey', () => {
    const levels = ['ground', 'deep', 'light', 'vivid']
      .map((role) => lightness(colours[role] as string))
      .sort((a, b) => a - b);
    const steps = levels.slice(1).map((level, index) => level - (levels[index] as number));
    expect(Math.min(...steps), name).toBeGreaterThan(11);
  });
});
