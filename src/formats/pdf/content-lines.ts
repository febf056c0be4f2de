import { PdfError } from './objects.js';

/** What lines of a content stream do. */
export type Role =
  | 'show'
  | 'path'
  | 'paint'
  | 'unpainted'
  | 'state'
  | 'begin'
  | 'end'
  | 'font'
  | 'save'
  | 'restore'
  | 'matrix'
  | 'draw'
  | 'mark'
  | 'spell'
  | 'artifact'
  | 'reverse'
  | 'close';

const N = '[-\\d.e]+ ';
const glyph = '<[0-9A-Fa-f]+> Tj\\n';
const shape = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll('N', `(?:${N})`)}$`);

/** Lines that show text, and lines that make a path, come in long runs: they are taken some hundreds at once. */
const runs: readonly (readonly [Role, RegExp])[] = [
  ['show', new RegExp(`(?:${glyph}|(?:${N}){2}Td ${glyph}){1,500}`, 'y')],
  ['path', new RegExp(`(?:(?:${N}){2,6}(?:[mlcvy]|re)\\n|h\\n){1,500}`, 'y')],
];

/** Lines that never differ. */
const fixed: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['q', 'save'],
  ['Q', 'restore'],
  ['BT', 'begin'],
  ['ET', 'end'],
  ['EMC', 'close'],
  ['/Artifact BMC', 'artifact'],
  ['/ReversedChars BMC', 'reverse'],
  ['', 'state'],
  ...['f', 'f*', 'S', 's', 'B', 'B*'].map((line): [string, Role] => [line, 'paint']),
  ...['n', 'W n', 'W* n'].map((line): [string, Role] => [line, 'unpainted']),
]);

/** All other lines, by their last word. */
const byOperator: ReadonlyMap<string, readonly [Role, RegExp]> = new Map<string, readonly [Role, RegExp]>([
  ['rg', ['state', shape('N{3}RG N{3}rg')]],
  ['gs', ['state', /^\/\w+ gs$/]],
  ['cm', ['matrix', shape('N{6}cm')]],
  ['Tm', ['state', shape('N{6}Tm')]],
  ['Tf', ['font', shape('/\\w+ NTf')]],
  ['>>BDC', ['mark', /^\/\w+ <<\/MCID \d+ >>BDC$/]],
  ['BDC', ['spell', /^\/Span ?<<\/ActualText (?:<[0-9A-Fa-f]*>|\((?:[^\\()]|\\.)*\)) >> BDC$/]],
  ['Do', ['draw', /^\/\w+ Do$/]],
  ['scn', ['state', /^\/Pattern CS\/Pattern cs\/\w+ SCN\/\w+ scn$/]],
  ['d', ['state', /^\[[-\d. ]*\] ?[-\d.]+ d$/]],
  ...['w', 'J', 'j', 'M', 'Tr'].map((operator): [string, readonly [Role, RegExp]] => [
    operator,
    ['state', shape(`N${operator}`)],
  ]),
]);

/**
 * Goes through the lines of a content stream. Skia, Chromium's drawing library, writes one operator or a fixed group of
 * them on each line; a stream with any other line is refused, since what it paints would be unknown. Source: the streams
 * of Chromium 143 to 156, and ISO 32000-1, Annex A.
 * @param stream ends with the end of a line
 * @param take gets each line or run of lines: what it does, and where it stands, without the last end of line
 * @throws PdfError at a line of an unknown form
 */
export function eachLine(stream: string, take: (role: Role, from: number, to: number) => void): void {
  for (let from = 0; from < stream.length; ) {
    const run = runAt(stream, from);
    if (run) {
      take(run[0], from, run[1].lastIndex - 1);
      from = run[1].lastIndex;
      continue;
    }
    const to = stream.indexOf('\n', from);
    take(roleOf(stream.slice(from, to)), from, to);
    from = to + 1;
  }
}

/** With what lines begin that come in runs: a glyph, a number, the end of a path. */
const beginsRun = /[<\d.h-]/;

/** The run of lines that begins at a place; its pattern's lastIndex is its end. */
function runAt(stream: string, from: number): readonly [Role, RegExp] | null {
  if (!beginsRun.test(stream[from] as string)) return null;
  for (const run of runs) {
    run[1].lastIndex = from;
    if (run[1].test(stream)) return run;
  }
  return null;
}

function roleOf(line: string): Role {
  const role = fixed.get(line);
  if (role) return role;
  const known = byOperator.get(line.slice(line.lastIndexOf(' ') + 1));
  if (known?.[1].test(line)) return known[0];
  throw new PdfError(`The browser drew something in a way that is not known: “${line.slice(0, 60)}”.`);
}

const [zero, nine, minus, dot] = ['0', '9', '-', '.'].map((char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/**
 * Goes through the operators of a run of lines that make a path, each with its numbers. A picture has thousands of them.
 * @param take must not keep the numbers, which are overwritten
 */
export function eachOperation(
  stream: string,
  from: number,
  to: number,
  take: (operator: string, numbers: readonly number[]) => void,
): void {
  const numbers: number[] = [];
  for (let at = from; at < to; at += 1) {
    const code = stream.charCodeAt(at);
    const isNumber = (code >= zero && code <= nine) || code === minus || code === dot;
    const end = isNumber ? stream.indexOf(' ', at) : endOfLine(stream, at, to);
    if (isNumber) numbers.push(Number(stream.slice(at, end)));
    else {
      take(stream.slice(at, end), numbers);
      numbers.length = 0;
    }
    at = end;
  }
}

function endOfLine(stream: string, at: number, to: number): number {
  const end = stream.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
}
