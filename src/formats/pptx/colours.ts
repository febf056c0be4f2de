import type { Xml } from '../office/xml.js';
import { xml } from '../office/xml.js';
import type { Colour, DeckFacts } from './facts.js';
import { roles } from './facts.js';

/** How the theme of a deck names each role: whoever changes the theme changes all that is painted in it. */
const themeNames: Readonly<Record<(typeof roles)[number], string>> = {
  ink: 'tx1',
  paper: 'bg1',
  deep: 'tx2',
  light: 'bg2',
  vivid: 'accent1',
  ground: 'accent2',
  accent: 'accent3',
  wash: 'accent4',
};

/** A colour as six digits. */
export function hexOf(colour: Colour): string {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue]
    .map((value) => Math.round(value).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Gives a colour as XML: by its name in the theme where it has one. */
export type Paint = (colour: Colour) => Xml;

/** Makes what paints in the colours of a palette. */
export function painter(palette: DeckFacts['palette']): Paint {
  const names = new Map([...roles].reverse().map((role) => [hexOf(palette[role]), themeNames[role]]));
  return (colour) => {
    const name = names.get(hexOf(colour));
    return name ? xml`<a:schemeClr val="${name}"/>` : xml`<a:srgbClr val="${hexOf(colour)}"/>`;
  };
}
