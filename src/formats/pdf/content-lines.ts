import { PdfError } from './objects.js';

const N = '-?[\\d.]+(?:e-?\\d+)? ';
const glyph = '<[0-9A-Fa-f]+> Tj\\n';

/**
 * What Skia, Chromium's drawing library, writes: one operator or a fixed group of them on each line. Runs of lines that
 * do the like are taken at once. A stream with any other line is refused, since what it paints would be unknown. Source:
 * the streams of Chromium 143 to 156, and ISO 32000-1, Annex A.
 */
const patterns = {
  show: `(?:${glyph}|(?:${N}){2}Td ${glyph})+`,
  path: `(?:(?:${N}){2}[ml]\\n|(?:${N}){6}c\\n|(?:${N}){4}(?:re|v|y)\\n|h\\n)+`,
  paint: '(?:f\\*?|[SsB]|B\\*)\\n',
  unpainted: '(?:W\\*? )?n\\n',
  state: [
    `(?:${N}){3}RG (?:${N}){3}rg\\n`,
    '/\\w+ gs\\n',
    '/Pattern CS/Pattern cs/\\w+ SCN/\\w+ scn\\n',
    `${N}(?:w|J|j|M|Tr)\\n`,
    '\\[[-\\d. ]*\\] ?[-\\d.]+ d\\n',
    `(?:${N}){6}Tm\\n`,
    '\\n',
  ].join('|'),
  begin: 'BT\\n',
  end: 'ET\\n',
  font: `/\\w+ ${N}Tf\\n`,
  save: 'q\\n',
  restore: 'Q\\n',
  matrix: `(?:${N}){6}cm\\n`,
  draw: '/\\w+ Do\\n',
  mark: '/\\w+ <</MCID \\d+ >>BDC\\n',
  spell: '/Span ?<</ActualText <[0-9A-Fa-f]*> >> BDC\\n',
  artifact: '/Artifact BMC\\n',
  reverse: '/ReversedChars BMC\\n',
  close: 'EMC\\n',
};

/** What lines do. */
export type Role = keyof typeof patterns;
const roles = Object.keys(patterns) as Role[];
const anyLines = roles.map((role) => `(${patterns[role]})`).join('|');

/** Lines of a content stream that do the like, without the last end of line, and where they stand. */
export interface Lines {
  role: Role;
  lines: string;
  from: number;
  to: number;
}

/**
 * The lines of a content stream, runs of the like taken together.
 * @throws PdfError at a line of an unknown form
 */
export function* linesOf(stream: string): Generator<Lines> {
  const any = new RegExp(anyLines, 'y');
  for (let from = 0; from < stream.length; from = any.lastIndex) {
    const found = any.exec(stream);
    if (!found) {
      const line = stream.slice(from, from + 60).split('\n')[0];
      throw new PdfError(`The browser drew something in a way that is not known: “${line}”.`);
    }
    const role = roles[found.indexOf(found[0], 1) - 1] as Role;
    yield { role, lines: found[0].slice(0, -1), from, to: any.lastIndex - 1 };
  }
}
