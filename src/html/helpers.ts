import Handlebars from 'handlebars';
import type { BaseModel } from '../documents/kind.js';
import type { Picture, Relation } from './art.js';
import { bar, bubble, cutRound, pictureFor, wholeRound } from './art.js';
import { icon } from './icons.js';
import { inlineHtml, plainText } from './inline.js';
import type { Box, Placement } from './placement.js';
import { placePicture } from './placement.js';

/** The helpers that templates may use beside those of Handlebars; what they have drawn they remember. */
export function createHelpers(): Record<string, Handlebars.HelperDelegate> {
  const safe = (html: string) => new Handlebars.SafeString(html);
  const attribute = Handlebars.escapeExpression;
  const drawn = new Map<string, string>();
  return {
    inline: (text: string) => safe(inlineHtml(text)),
    plain: (text: string) => plainText(text),
    breakable: (address: string) => safe(attribute(address).replaceAll('&#x2F;', '/').replaceAll('/', '<wbr>/')),
    icon: (name: string) => safe(icon(name)),
    is: (one: unknown, other: unknown) => one === other,
    both: (one: unknown, other: unknown) => Boolean(one) && Boolean(other),
    either: (one: unknown, other: unknown) => Boolean(one) || Boolean(other),
    answered: (cards: readonly { answer: string | null }[]) => cards.some(({ answer }) => answer !== null),
    any: (list: readonly unknown[]) => list.length > 0,
    add: (one: number, other: number) => one + other,
    'lookup-block': (layout: string) => `block-${layout}`,
    'lookup-answer': (layout: string) => `answer-${answerPartials[layout] ?? layout}`,
    'lookup-picture': (relation: string) => `picture-${relation}`,
    by: (key: string, { hash }: Handlebars.HelperOptions) => hash[key],
    'headline-size': (lines: readonly string[], large: number, middle: number, options: Handlebars.HelperOptions) =>
      sizeOf(lines, large, middle, options.hash.most as number | undefined),
    cssString: (text: string) => safe(cssString(text)),
    tint: (palette: BaseModel['palette']) => tints[palette],
    image: (file: string, alt: string, options: Handlebars.HelperOptions) => {
      const url = (options.data as { picture: (file: string) => string }).picture(file);
      return safe(`<img src="${attribute(url)}" alt="${attribute(plainText(alt))}">`);
    },
    art: (relation: Relation, seed: string, order: number, { hash, data }: Handlebars.HelperOptions) => {
      const { mono } = data as { mono: boolean };
      // Finding its place is work, and slides, notes and all schools show the same picture.
      const key = JSON.stringify([relation, seed, order, hash, mono]);
      const svg = drawn.get(key) ?? artSvg(pictureFor(relation, seed, order), artOptions(hash, mono));
      drawn.set(key, svg);
      return safe(svg);
    },
    cutRound: (x: number, y: number, r: number, facing: number, options: Handlebars.HelperOptions) =>
      cutRound(
        x,
        y,
        r,
        facing,
        (options.hash.cut as number | undefined) ?? 0,
        options.hash.fillet as number | undefined,
      ).path,
    wholeRound: (x: number, y: number, r: number) => wholeRound(x, y, r).path,
    bubble: (x: number, y: number, r: number, corner: number) => bubble(x, y, r, corner).path,
    bar: (x: number, y: number, width: number, height: number) => bar(x, y, width, height).path,
    box: (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom }),
    lines: (texts: readonly string[], options: Handlebars.HelperOptions) => linesBoxes(texts, options.hash),
    clear: (...boxes: (Box | Box[] | unknown)[]) => boxes.slice(0, -1).flat(),
  };
}

/** Layouts of worksheet blocks whose answers are shown alike. */
const answerPartials: Readonly<Record<string, string>> = { lines: 'open', table: 'open', draw: 'open', scale: 'items' };

/** Which of three designed sizes a headline takes, by its longest line in letters and by how many lines there are. */
function sizeOf(lines: readonly string[], large: number, middle: number, most = 3): 'large' | 'middle' | 'small' {
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest <= large && lines.length <= most) return 'large';
  return longest <= middle && lines.length <= most ? 'middle' : 'small';
}

/** The wash of each palette, for whole pages: an `@page` rule can't look at the variables of the body. */
const tints: Readonly<Record<BaseModel['palette'], string>> = {
  ks3: '#fdedc8',
  ks4: '#e0efdc',
  ks5: '#e1ebf1',
  staff: '#f0eadb',
  day: '#ffe3d3',
};

/** A text as a CSS string: everything but letters, digits and spaces is escaped. */
function cssString(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9 ]/gu, (char) => `\\${(char.codePointAt(0) as number).toString(16)} `)}"`;
}

interface ArtOptions {
  placement: Placement;
  clear: readonly Box[];
  mono: boolean;
  /** Roles that are drawn in another colour, such as light as ground on paper. */
  swap: Readonly<Record<string, unknown>>;
  id: string;
}

function artOptions(hash: Record<string, unknown>, mono: boolean): ArtOptions {
  return {
    placement: { x: Number(hash.x), y: Number(hash.y), half: Number(hash.half), mirror: hash.mirror === true },
    clear: (hash.clear as Box[] | undefined) ?? [],
    mono: mono || hash.mono === true,
    swap: hash,
    id: String(hash.id ?? 'art'),
  };
}

/** The boxes of lines of large text, from its first or last line, in one of three designed sizes. */
function linesBoxes(lines: readonly string[], hash: Record<string, unknown>): Box[] {
  const which = { large: 0, middle: 1, small: 2 }[
    sizeOf(lines, Number(hash.large), Number(hash.middle), hash.most as number | undefined)
  ];
  const size = Number(String(hash.sizes).split(' ')[which]);
  const height = size * Number(hash.line ?? 0.92);
  const top = hash.bottom === undefined ? Number(hash.top) : Number(hash.bottom) - height * lines.length;
  return lines.map((line, index) => ({
    left: Number(hash.x),
    top: top + index * height + size * 0.1,
    right: Number(hash.x) + line.length * size * 0.52,
    bottom: top + (index + 1) * height,
  }));
}

/** The shapes of a picture as SVG groups in the units of the page; the stage is 50 units to each side. */
function artSvg(picture: Picture, { placement, clear, mono, swap, id }: ArtOptions): string {
  const place = placePicture(picture, placement, clear);
  if (!place) return '';
  const { x, y, half, mirror } = place;
  const scale = half / 50;
  // No id that somebody gives has a dot in it.
  const clips = picture.shapes.flatMap((shape, index) =>
    shape.within ? [`<clipPath id="${id}.${index}"><path d="${shape.within}"/></clipPath>`] : [],
  );
  const paths = picture.shapes.map((shape, index) => {
    const clip = shape.within ? ` clip-path="url(#${id}.${index})"` : '';
    const fill = mono ? monoFills[shape.role] : `fill="var(--${swap[shape.role] ?? shape.role})"`;
    return `<path d="${shape.path}" ${fill}${clip}/>`;
  });
  const defs = clips.length > 0 ? `<defs>${clips.join('')}</defs>` : '';
  const turn = mirror ? -picture.turn : picture.turn;
  const across = mirror !== picture.flip ? -scale : scale;
  const transform = `translate(${x} ${y}) rotate(${turn}) scale(${across} ${scale})`;
  return `<g transform="${transform}">${defs}${paths.join('')}</g>`;
}

/** In black and white: deep is black, light and ground are white with an outline, vivid is hatched. */
const monoFills: Readonly<Record<string, string>> = {
  deep: 'fill="#111"',
  light: 'fill="#fff" stroke="#111" stroke-width="1.2"',
  ground: 'fill="#fff" stroke="#111" stroke-width="1.2"',
  vivid: 'fill="url(#hatch)" stroke="#111" stroke-width="1.2"',
};
