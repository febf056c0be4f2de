import type { Role } from './content-lines.js';
import { eachLine, eachOperation } from './content-lines.js';
import type { Box, Matrix } from './geometry.js';
import { times, union, unit } from './geometry.js';
import { PdfError, textOf, ValueReader } from './objects.js';

/** A marked sequence of a content stream that an element of the structure refers to. */
export interface Region {
  mcid: number;
  /** The tag in the stream, such as `P`. */
  tag: string;
  /** Where its opening line begins and ends. */
  from: number;
  to: number;
  lines: TextLine[];
  /** What a Figure covers: left, bottom, right, top in the space of the stream; null for all else and for nothing. */
  box: Box | null;
}

/** Glyphs that are shown in one font. */
export interface Glyphs {
  /** The name of the font among the page's resources. */
  font: string;
  /** Where in the stream their codes stand, each in hexadecimal digits between angle brackets. */
  from: number;
  to: number;
  /** What they stand for, where the stream itself says so, as for ligatures. */
  spelt: string | null;
  /** Whether they are shown from end to beginning, as text that reads from right to left. */
  reversed: boolean;
}

/** A text object: all that is shown between BT and ET, which is one line of text or a piece of one. */
export interface TextLine {
  glyphs: Glyphs[];
  /** Where its ET stands. */
  end: number;
  /** The line of the stream that chose its last font. */
  setFont: string;
}

/** Something painted that belongs to no element: from and to are places in the stream between which nothing is marked. */
export interface Loose {
  from: number;
  to: number;
  /** Whether it is marked as an artifact, as all of it is in a finished file. */
  artifact: boolean;
  lines: TextLine[];
}

/** What a content stream consists of, in the order of painting. */
export interface ContentScan {
  stream: string;
  regions: Region[];
  loose: Loose[];
  /** Names of forms that are drawn and hold marked content of their own. */
  taggedForms: string[];
}

/**
 * Reads a content stream: which marked sequences it has and what they show, and what is painted outside of them.
 * @param isTagged whether a form has marked content of its own
 * @throws PdfError at a line of an unknown form
 */
export function scanContent(stream: string, isTagged: (form: string) => boolean): ContentScan {
  return new Scanner(stream.endsWith('\n') ? stream : `${stream}\n`, isTagged).scan();
}

class Scanner {
  private readonly regions: Region[] = [];
  private readonly loose: Loose[] = [];
  private readonly taggedForms: string[] = [];
  private readonly saved: Matrix[] = [];
  /** Where things stand matters for figures alone. */
  private readonly hasFigures: boolean;
  private matrix = unit;
  private region: Region | null = null;
  /** Whether a part is open that is marked as an artifact. */
  private artifact = false;
  /** Whether a span is open that says itself what it shows. */
  private spelt = false;
  /** Whether a span of right-to-left text is open, which is shown from its end to its beginning. */
  private reversed = false;
  private setFont = '';
  /** Where the path or text that is being made begins. */
  private begun: number | null = null;
  private box: Box | null = null;
  /** What the text object that is open has shown so far. */
  private glyphs: Glyphs[] = [];
  /** The loose painting that may go on: what comes next at the same level joins it. */
  private open: (Loose & { depth: number }) | null = null;

  constructor(
    private readonly stream: string,
    private readonly isTagged: (form: string) => boolean,
  ) {
    this.hasFigures = stream.includes('/Figure <<');
  }

  scan(): ContentScan {
    const { stream, regions, loose, taggedForms } = this;
    eachLine(stream, (role, from, to) => this.take[role](from, to));
    if (this.region || this.artifact) throw new PdfError('A marked part of a page has no end.');
    return { stream, regions, loose, taggedForms };
  }

  /** What lines of each role do, given where they stand. */
  private readonly take: Readonly<Record<Role, (from: number, to: number) => void>> = {
    show: (from, to) => this.show(from, to),
    path: (from, to) => this.path(from, to),
    paint: (_from, to) => this.paint(to),
    unpainted: () => this.forget(),
    state: () => undefined,
    begin: (from) => {
      this.begun = from;
    },
    end: (from, to) => this.endText(from, to),
    font: (from, to) => {
      this.setFont = this.stream.slice(from, to);
    },
    save: () => {
      this.saved.push(this.matrix);
    },
    restore: () => this.restore(),
    matrix: (from, to) => {
      if (this.hasFigures)
        this.matrix = times(numbersOf(this.stream.slice(from, to)) as unknown as Matrix, this.matrix);
    },
    draw: (from, to) => this.draw(this.stream.slice(from + 1, to - 3), from, to),
    mark: (from, to) => this.openMark(from, to),
    artifact: () => this.openArtifact(),
    spell: (from, to) => this.spell(this.stream.slice(from, to)),
    reverse: () => {
      this.reversed = true;
    },
    close: () => this.closeMark(),
  };

  private restore(): void {
    if (this.open?.depth === this.saved.length) this.open = null;
    this.matrix = this.saved.pop() ?? unit;
  }

  private show(from: number, to: number): void {
    if (this.spelt) return;
    const font = this.setFont.slice(1, this.setFont.indexOf(' '));
    this.glyphs.push({ font, from, to, spelt: null, reversed: this.reversed });
  }

  private endText(from: number, to: number): void {
    const line = { glyphs: this.glyphs, end: from, setFont: this.setFont };
    if (this.region) this.region.lines.push(line);
    else this.join(to, [line]);
    this.glyphs = [];
    this.begun = null;
  }

  private path(from: number, to: number): void {
    this.begun ??= from;
    if (this.region?.tag !== 'Figure') return;
    eachOperation(this.stream, from, to, (operator, numbers) => {
      this.cover(operator === 're' ? cornersOf(numbers) : numbers);
    });
  }

  /** Takes points, in pairs of numbers, into the box of the path. */
  private cover(points: readonly number[]): void {
    const [a, b, c, d, e, f] = this.matrix;
    const box = this.box ?? [Infinity, Infinity, -Infinity, -Infinity];
    for (let index = 0; index + 1 < points.length; index += 2) {
      const [px, py] = [points[index] as number, points[index + 1] as number];
      const x = a * px + c * py + e;
      const y = b * px + d * py + f;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    if (points.length > 1) this.box = box;
  }

  private paint(to: number): void {
    if (this.region) {
      this.region.box = union(this.region.box, this.box);
    } else this.join(to, []);
    this.forget();
  }

  private forget(): void {
    this.begun = null;
    this.box = null;
  }

  private draw(form: string, from: number, to: number): void {
    if (this.region) {
      if (this.region.tag === 'Figure') {
        this.cover([0, 0, 1, 0, 0, 1, 1, 1]);
        this.region.box = union(this.region.box, this.box);
        this.box = null;
      }
    } else if (this.isTagged(form)) {
      this.taggedForms.push(form);
      this.open = null;
    } else {
      this.begun = from;
      this.join(to, []);
      this.begun = null;
    }
  }

  /** Notes that what was begun is painted outside of any region. */
  private join(to: number, lines: TextLine[]): void {
    const from = this.begun as number;
    if (this.open?.depth === this.saved.length) {
      this.open.to = to;
      this.open.lines.push(...lines);
      return;
    }
    this.open = { from, to, artifact: this.artifact, lines, depth: this.saved.length };
    this.loose.push(this.open);
  }

  private openMark(from: number, to: number): void {
    const line = this.stream.slice(from, to);
    this.refuseWithin(line);
    const tag = line.slice(1, line.indexOf(' '));
    const mcid = Number.parseInt(line.slice(line.indexOf('MCID ') + 5), 10);
    this.region = { mcid, tag, from, to, lines: [], box: null };
    this.regions.push(this.region);
  }

  private openArtifact(): void {
    this.refuseWithin('artifact');
    this.artifact = true;
  }

  private refuseWithin(line: string): void {
    if (this.region || this.artifact || this.begun !== null) {
      throw new PdfError(`The browser marked a part of a page within another: “${line}”.`);
    }
    this.open = null;
  }

  private spell(line: string): void {
    const value = new ValueReader(line, line.indexOf('/ActualText ') + '/ActualText '.length).read();
    const spelt = textOf(value) ?? '';
    this.spelt = true;
    this.glyphs.push({ font: '', from: 0, to: 0, spelt, reversed: this.reversed });
  }

  private closeMark(): void {
    if (this.spelt) this.spelt = false;
    else if (this.reversed) this.reversed = false;
    else if (this.begun === null && (this.region || this.artifact)) {
      this.region = null;
      this.artifact = false;
      this.open = null;
    } else throw new PdfError('The browser ended a marked part of a page in the middle of a shape or a text.');
  }
}

/** The corners of a rectangle that is given by one of them, its width and its height. */
function cornersOf([x = 0, y = 0, width = 0, height = 0]: readonly number[]): number[] {
  return [x, y, x + width, y, x, y + height, x + width, y + height];
}

function numbersOf(line: string): number[] {
  return line.split(' ').slice(0, -1).map(Number);
}
