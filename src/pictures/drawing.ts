import type { SaxesTagNS } from 'saxes';
import { SaxesParser } from 'saxes';
import { photographProblem } from './photograph.js';
import type { PictureProblem } from './problem.js';

/** A part of a drawing, and the ids of what it draws beside its own. */
interface Part {
  draws: string[];
  parts: Part[];
}

const svg = 'http://www.w3.org/2000/svg';
const xhtml = 'http://www.w3.org/1999/xhtml';
const xlink = 'http://www.w3.org/1999/xlink';

/** More shapes than this, each counted as often as it is drawn, keep a browser busy for seconds. */
const mostShapes = 100_000;
const deepest = 100;

/** What runs, moves or shows a page of its own; none of it has a place on paper. */
const active = /^(?:script|handler|listener|foreignObject|iframe|audio|video|canvas|discard|set|animate.*)$/;
const words = /^(?:text|tspan|textPath|tref)$/;

/** What older drawing programs put first: it names a file that nobody reads. Anything else could define entities. */
const harmlessDoctype = /^\s*svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"]*"\s+"https?:\/\/www\.w3\.org\/[^"]*")?\s*$/;

class Found extends Error {
  constructor(readonly problem: PictureProblem) {
    super(problem);
  }
}

/** What is wrong with the bytes of an SVG drawing. It is read as strictly as a browser reads a picture. */
export function drawingProblem(bytes: Buffer): PictureProblem | null {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const root: Part = { draws: [], parts: [] };
  const open: Part[] = [root];
  const named = new Map<string, Part>();
  let count = 0;
  let hasWords = false;
  let styles = '';

  parser.on('error', () => {
    throw new Found('damaged');
  });
  parser.on('doctype', (doctype) => {
    if (!harmlessDoctype.test(doctype)) throw new Found('leads-out');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') throw new Found('leads-out');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > mostShapes || open.length > deepest) throw new Found('intricate');
    if (count === 1 && (tag.uri !== svg || tag.local !== 'svg')) throw new Found('damaged');
    if (tag.uri === xhtml || (tag.uri === svg && active.test(tag.local))) throw new Found('active');
    hasWords ||= tag.uri === svg && words.test(tag.local);
    const part: Part = { draws: tag.uri === svg ? drawnBy(tag) : [], parts: [] };
    open.at(-1)?.parts.push(part);
    open.push(part);
    const id = tag.attributes.id?.value;
    if (id !== undefined && !named.has(id)) named.set(id, part);
    if (tag.uri === svg && tag.local === 'style') styles = '';
  });
  const addText = (text: string) => {
    styles += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    open.pop();
    if (tag.uri === svg && tag.local === 'style') referencesIn(styles);
    styles = '';
  });

  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  } catch (error) {
    return error instanceof Found ? error.problem : 'damaged';
  }
  if (shapesIn(root, named, new Map(), 0) > mostShapes) return 'intricate';
  return hasWords ? 'words' : null;
}

/** The ids of what an element draws by reference. */
function drawnBy(tag: SaxesTagNS): string[] {
  return Object.values(tag.attributes).flatMap(({ local, uri, value }) => {
    if (uri !== '' && uri !== xlink) return [];
    if (uri === '' && /^on/i.test(local)) throw new Found('active');
    if (local === 'href' || local === 'src') return within(value);
    return referencesIn(value);
  });
}

/** The ids that a style or the value of an attribute refers to. */
function referencesIn(css: string): string[] {
  if (!/[@(\\]/.test(css)) return [];
  const plain = css.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_all, code: string | undefined, char: string) =>
    code === undefined ? char : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
  if (/@import|image-set\(|\b(?:src|image)\(/i.test(plain)) throw new Found('leads-out');
  return [...plain.matchAll(/url\(\s*["']?([^"')]*)/gi)].flatMap(([, address = '']) => within(address));
}

/** The id of a part of the drawing that an address means; none for a photograph that stands in the address itself. */
function within(address: string): string[] {
  const to = address.trim();
  if (to.startsWith('#')) return [to.slice(1)];
  const [, type, data = ''] = /^data:(image\/(?:png|jpeg));base64,([\s\S]*)$/.exec(to) ?? [];
  if (type === undefined) throw new Found('leads-out');
  const problem = photographProblem(Buffer.from(data, 'base64'), type);
  if (problem) throw new Found(problem);
  return [];
}

/** How many shapes a part draws, what it refers to counted each time. */
function shapesIn(part: Part, named: ReadonlyMap<string, Part>, known: Map<Part, number>, depth: number): number {
  if (depth > deepest * 2) return Number.POSITIVE_INFINITY;
  const before = known.get(part);
  if (before !== undefined) return before;
  // What draws itself is drawn by no browser.
  known.set(part, 0);
  const drawn = part.draws.flatMap((id) => named.get(id) ?? []);
  const shapes = [...part.parts, ...drawn].reduce((sum, one) => sum + shapesIn(one, named, known, depth + 1), 1);
  known.set(part, shapes);
  return shapes;
}
