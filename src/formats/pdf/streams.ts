import type { ContentScan, Region, TextLine } from './content.js';
import { scanContent } from './content.js';
import type { PdfFile } from './file.js';
import type { PdfDict } from './objects.js';
import { PdfRef } from './objects.js';
import type { Content } from './structure.js';
import { pagesOf } from './structure.js';
import { GlyphReader } from './text.js';

/** The content stream of a page, or of a form with marked content that is drawn on it. */
export interface Stream {
  ref: PdfRef;
  /** The page or form that the structure names. */
  owner: PdfRef;
  page: PdfRef;
  isForm: boolean;
  resources: PdfDict;
  scan: ContentScan;
  regions: Map<number, Region>;
  /** Changes to its text: what stands from `from` to `to` is replaced. */
  edits: { from: number; to: number; text: string }[];
}

/** All content streams of a PDF, and what their marked sequences say. */
export class Streams {
  /** Pages first, in their order, then forms. */
  readonly all: readonly Stream[];
  private readonly byOwner: ReadonlyMap<number, Stream>;
  private readonly glyphs: GlyphReader;
  private readonly texts = new Map<TextLine, string>();

  constructor(file: PdfFile) {
    this.all = readStreams(file);
    this.byOwner = new Map(this.all.map((stream) => [stream.owner.number, stream]));
    this.glyphs = new GlyphReader(file);
  }

  /** The stream that holds some content. */
  of({ page, form }: Content): Stream | undefined {
    return this.byOwner.get((form ?? page).number);
  }

  /** The marked sequence that some content refers to. */
  region(content: Content): Region | undefined {
    return this.of(content)?.regions.get(content.mcid);
  }

  /** The text of some content. */
  text(content: Content): string {
    const stream = this.of(content);
    const lines = stream?.regions.get(content.mcid)?.lines ?? [];
    return lines.map((line) => this.textOf(line, stream as Stream)).join('');
  }

  /** The text of a line of a stream. */
  textOf(line: TextLine, { scan, resources }: Stream): string {
    const known = this.texts.get(line);
    if (known !== undefined) return known;
    const text = this.glyphs.decode(line.glyphs, scan.stream, resources);
    this.texts.set(line, text);
    return text;
  }

  /** The code of a space in a font, or null where it has none. */
  spaceIn(font: string, { resources }: Stream): string | null {
    return this.glyphs.spaceIn(font, resources);
  }
}

/** The content streams of all pages and of the forms with marked content on them. */
function readStreams(file: PdfFile): Stream[] {
  const pages = pagesOf(file).map((page): Stream => {
    const dict = file.dict(page);
    return openStream(file, { ref: dict.get('Contents') as PdfRef, owner: page, page, isForm: false }, dict);
  });
  const forms: Stream[] = [];
  const open = (stream: Stream): void => {
    for (const name of stream.scan.taggedForms) {
      const ref = formOf(file, stream.resources, name) as PdfRef;
      if (forms.some(({ owner }) => owner.number === ref.number)) continue;
      const form = openStream(file, { ref, owner: ref, page: stream.page, isForm: true }, file.dict(ref));
      forms.push(form);
      open(form);
    }
  };
  for (const page of pages) open(page);
  return [...pages, ...forms];
}

function openStream(file: PdfFile, base: Pick<Stream, 'ref' | 'owner' | 'page' | 'isForm'>, dict: PdfDict): Stream {
  const resources = file.dict(dict.get('Resources') ?? new Map());
  const text = file.stream(base.ref).toString('latin1');
  const scan = scanContent(text, (name) => isTagged(file, resources, name));
  const regions = new Map(scan.regions.map((region) => [region.mcid, region]));
  return { ...base, resources, scan, regions, edits: [] };
}

/** Whether a form, or one that it draws, says itself what in it is content or decoration. */
function isTagged(file: PdfFile, resources: PdfDict, name: string): boolean {
  const ref = formOf(file, resources, name);
  if (!ref) return false;
  const text = file.stream(ref).toString('latin1');
  if (text.includes('/MCID ') || text.includes('/Artifact BMC')) return true;
  const own = file.dict(file.dict(ref).get('Resources') ?? new Map());
  return [...text.matchAll(/^\/(\w+) Do$/gm)].some((match) => isTagged(file, own, match[1] as string));
}

function formOf(file: PdfFile, resources: PdfDict, name: string): PdfRef | null {
  const ref = file.dict(resources.get('XObject') ?? new Map()).get(name);
  return ref instanceof PdfRef && file.dict(ref).get('Subtype') === '/Form' ? ref : null;
}
