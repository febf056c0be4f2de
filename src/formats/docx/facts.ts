/** A stretch of text in the same letters; `\n` is a line break, `\t` room to write on. */
export interface RunFacts {
  text: string;
  bold: boolean;
  /** A language tag. */
  language: string;
  /** Where it leads. */
  link: string | null;
}

/** The looks of a paragraph that is neither a heading nor in a list. */
export type Look =
  | 'text'
  | 'small'
  | 'label'
  | 'place'
  | 'intro'
  | 'say'
  | 'do'
  | 'hint'
  | 'caption'
  | 'card-number'
  | 'card-text'
  | 'card-line'
  | 'card-prompt';

interface HeadingFacts {
  kind: 'heading';
  level: number;
  runs: RunFacts[];
}

/** Whether something stays on the page of what follows; headings always do. */
interface Staying {
  stays: boolean;
}

interface ParagraphFacts extends Staying {
  kind: 'paragraph';
  look: Look;
  runs: RunFacts[];
}

export interface ItemFacts extends Staying {
  kind: 'item';
  /** Which list of the document it is in, and whether that counts. */
  list: number;
  counts: boolean;
  runs: RunFacts[];
}

/** A line to write on. */
interface LineFacts extends Staying {
  kind: 'line';
}

export interface TableFacts extends Staying {
  kind: 'table';
  /** Whether its rows stay on one page. */
  whole: boolean;
  /** The widths of its columns against one another. */
  columns: number[];
  /** How many of its rows are its head. */
  head: number;
  /** Whether it is boxes to write in or to cut out, with lines all round. */
  boxes: boolean;
  /** Each with the least height that it has, in pixels; 0 where its words decide. */
  rows: { height: number; cells: BlockFacts[][] }[];
}

export interface PictureFacts extends Staying {
  kind: 'picture';
  /** In pixels. */
  width: number;
  height: number;
  words: string;
  /** A data URL of a PNG or JPEG file. */
  data: string;
}

/** A new page begins. */
interface BreakFacts {
  kind: 'break';
}

export type BlockFacts = HeadingFacts | ParagraphFacts | ItemFacts | LineFacts | TableFacts | PictureFacts | BreakFacts;

/** A document as it is read, from its page in the browser. */
export interface TextFacts {
  blocks: BlockFacts[];
  /** What stands at the foot of each page, from left to right, and whether pages are counted there. */
  foot: { texts: string[]; counts: boolean };
  /** The colour of headings and lines, as six digits. */
  accent: string;
}
