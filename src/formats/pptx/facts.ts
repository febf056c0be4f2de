/** A colour as a browser gives it: `rgb(12, 42, 51)`. */
export type Colour = string;

/** A shape for the eye only, in pixels of its slide. */
export interface ShapeFacts {
  /** An SVG path in its own units, and the matrix that brings them to pixels. */
  path: string;
  matrix: readonly number[];
  fill: Colour;
  /** An outline in the same units that it is cut to. */
  within: string | null;
  /** Whether it belongs to the layout, where all slides of one layout have it alike; others move with a text. */
  still: boolean;
}

/** How letters look. Sizes and lengths are in pixels. */
export interface LetterFacts {
  display: boolean;
  size: number;
  bold: boolean;
  italic: boolean;
  spacing: number;
  colour: Colour;
  /** A language tag. */
  language: string;
}

export interface ParagraphFacts {
  /** Its parts in different letters; `\n` is a line break that somebody has put there. */
  runs: { text: string; letters: LetterFacts }[];
  align: 'left' | 'center' | 'right';
  lineHeight: number;
  /** From the end of the paragraph before. */
  before: number;
  /** From the left edge of its box. */
  indent: number;
  /** What stands before it, how far left of it, how large, and in what colour. */
  bullet: { kind: 'dash' | 'number' | 'letter'; hang: number; size: number; colour: Colour } | null;
}

/** A box of text. */
export interface TextFacts {
  /** What it is on its slide, such as `title`; `text` where the template does not say. */
  part: string;
  x: number;
  y: number;
  width: number;
  height: number;
  paragraphs: ParagraphFacts[];
  /** Where it leads, and that in words. */
  link: { address: string; words: string } | null;
}

export interface PictureFacts {
  part: 'picture';
  x: number;
  y: number;
  width: number;
  height: number;
  words: string;
  /** A data URL of a PNG or JPEG file. */
  data: string;
}

export interface CellFacts {
  paragraph: ParagraphFacts;
  /** The room round the text: top, right, bottom, left. */
  padding: readonly [number, number, number, number];
  /** The line under it. */
  line: { width: number; colour: Colour };
}

export interface TableFacts {
  part: 'table';
  x: number;
  y: number;
  width: number;
  height: number;
  columns: number[];
  rows: { height: number; cells: CellFacts[] }[];
}

export type PartFacts = TextFacts | PictureFacts | TableFacts;

/** A slide as the browser shows it, once its text fits: 1280 by 720 pixels. */
export interface SlideFacts {
  id: string;
  layout: string;
  ground: Colour;
  shapes: ShapeFacts[];
  /** In reading order. */
  parts: PartFacts[];
}

/** The roles of colours, as the styles name them. */
export const roles = ['ink', 'paper', 'deep', 'light', 'vivid', 'ground', 'accent', 'wash'] as const;

/** A deck as the browser shows it. */
export interface DeckFacts {
  palette: Record<(typeof roles)[number], Colour>;
  slides: SlideFacts[];
}
