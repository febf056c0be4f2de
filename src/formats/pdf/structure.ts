import type { PdfFile } from './file.js';
import type { PdfDict, PdfValue } from './objects.js';
import { dictOf, PdfError, PdfRef, textOf, textString } from './objects.js';

/** A piece of a page's content: the marked sequence `mcid` of a page, or of a form that is drawn on it. */
export interface Content {
  page: PdfRef;
  /** The form that holds it, or null where it is in the page itself. */
  form: PdfRef | null;
  mcid: number;
}

/** An annotation, such as the clickable area of a link. */
export interface Annotation {
  page: PdfRef;
  annotation: PdfRef;
}

/** An element of the structure tree (ISO 32000-1, 14.7.2), without its tie to the elements above it. */
export interface StructureElement {
  /** The structure type without its slash, such as `P`. */
  type: string;
  kids: (StructureElement | Content | Annotation)[];
  /** Attributes by owner, such as `Table` and `Layout`. */
  attributes: Map<string, PdfDict>;
  /** All other entries, such as Alt, Lang and ID. */
  entries: PdfDict;
  /** The object it was read from. */
  source: PdfRef | null;
}

/** Types that stand inside a line of text. */
export const inlineTypes: ReadonlySet<string> = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote']);

export type Kid = StructureElement['kids'][number];

export const isElement = (kid: Kid): kid is StructureElement => 'type' in kid;
export const isContent = (kid: Kid): kid is Content => 'mcid' in kid;
export const isAnnotation = (kid: Kid): kid is Annotation => 'annotation' in kid;

/**
 * Reads the whole structure tree.
 * @throws PdfError when there is none
 */
export function readStructure(file: PdfFile): StructureElement[] {
  const root = catalogOf(file).get('StructTreeRoot');
  if (!root) throw new PdfError('Nothing on its pages is read aloud.');
  return kidsOf(file, file.dict(root).get('K'), null).filter(isElement);
}

export function catalogOf(file: PdfFile): PdfDict {
  return file.dict(file.trailer.get('Root'));
}

/** The pages in their order. */
export function pagesOf(file: PdfFile): PdfRef[] {
  const walk = (ref: PdfValue): PdfRef[] => {
    const node = file.dict(ref);
    if (node.get('Type') === '/Page') return ref instanceof PdfRef ? [ref] : [];
    return file.array(node.get('Kids')).flatMap(walk);
  };
  return walk(catalogOf(file).get('Pages') ?? null);
}

function kidsOf(file: PdfFile, value: PdfValue | undefined, page: PdfRef | null): Kid[] {
  const kids = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return kids.flatMap((kid) => readKid(file, kid, page));
}

function readKid(file: PdfFile, kid: PdfValue, page: PdfRef | null): Kid[] {
  if (typeof kid === 'number') {
    if (!page) throw new PdfError('A part of the structure names no page.');
    return [{ page, form: null, mcid: kid }];
  }
  const dict = file.dict(kid);
  const own = dict.get('Pg') instanceof PdfRef ? (dict.get('Pg') as PdfRef) : page;
  if (dict.get('Type') === '/MCR') {
    const form = dict.get('Stm');
    return [{ page: own as PdfRef, form: form instanceof PdfRef ? form : null, mcid: Number(dict.get('MCID')) }];
  }
  if (dict.get('Type') === '/OBJR') {
    const annotation = dict.get('Obj');
    return annotation instanceof PdfRef ? [{ page: own as PdfRef, annotation }] : [];
  }
  return [readElement(file, kid, dict, own)];
}

const notEntries = new Set(['Type', 'S', 'P', 'K', 'Pg', 'A']);

function readElement(file: PdfFile, ref: PdfValue, dict: PdfDict, page: PdfRef | null): StructureElement {
  const entries: PdfDict = new Map();
  for (const [key, value] of dict) if (!notEntries.has(key)) entries.set(key, value);
  return {
    type: String(dict.get('S')).slice(1),
    kids: kidsOf(file, dict.get('K'), page),
    attributes: attributesOf(file, dict),
    entries,
    source: ref instanceof PdfRef ? ref : null,
  };
}

function attributesOf(file: PdfFile, dict: PdfDict): Map<string, PdfDict> {
  const attributes = new Map<string, PdfDict>();
  const given = file.get(dict.get('A'));
  for (const value of Array.isArray(given) ? given : given instanceof Map ? [given] : []) {
    const entry = file.dict(value);
    const owner = String(entry.get('O')).slice(1);
    const own = attributes.get(owner) ?? new Map();
    for (const [key, inner] of entry) if (key !== 'O') own.set(key, inner);
    attributes.set(owner, own);
  }
  return attributes;
}

/** The given elements and all below them, in reading order. */
export function elementsOf(elements: readonly Kid[], found: StructureElement[] = []): StructureElement[] {
  for (const element of elements) {
    if (!isElement(element)) continue;
    found.push(element);
    elementsOf(element.kids, found);
  }
  return found;
}

/** All content below some elements, in reading order. */
export function contentOf(kids: readonly Kid[], found: Content[] = []): Content[] {
  for (const kid of kids) {
    if (isContent(kid)) found.push(kid);
    else if (isElement(kid)) contentOf(kid.kids, found);
  }
  return found;
}

/** A new element. */
export function elementOf(type: string, kids: Kid[]): StructureElement {
  return { type, kids, attributes: new Map(), entries: new Map(), source: null };
}

/** The alternative text of an element. */
export function altOf(element: StructureElement): string | null {
  return textOf(element.entries.get('Alt'));
}

/**
 * Writes the structure tree in place of the one that was read: objects in reading order, so that the same tree gives
 * the same bytes; the parent tree (ISO 32000-1, 14.7.4.4) anew from the tree itself.
 * @returns the object of each element
 */
export function writeStructure(file: PdfFile, roots: readonly StructureElement[]): Map<StructureElement, PdfRef> {
  const free = removeOld(file);
  const rootRef = catalogOf(file).get('StructTreeRoot') as PdfRef;
  const refs = new Map<StructureElement, PdfRef>();
  let used = 0;
  for (const element of elementsOf(roots)) refs.set(element, free[used++] ?? file.reserve());
  const parents = new ParentTree(file);
  const ids: [string, PdfRef][] = [];
  const write = (element: StructureElement, parent: PdfRef): void => {
    const ref = refs.get(element) as PdfRef;
    const page = element.kids.find(isContent)?.page;
    const kids = element.kids.map((kid): PdfValue => {
      if (isElement(kid)) {
        write(kid, ref);
        return refs.get(kid) as PdfRef;
      }
      if (isAnnotation(kid)) {
        parents.annotation(kid.annotation, ref);
        return dictOf({ Type: '/OBJR', Pg: kid.page, Obj: kid.annotation });
      }
      parents.content(kid, ref);
      if (!kid.form && kid.page.number === page?.number) return kid.mcid;
      return dictOf({ Type: '/MCR', Pg: kid.page, Stm: kid.form ?? undefined, MCID: kid.mcid });
    });
    const attributes = [...element.attributes].map(
      ([owner, entries]): PdfDict => new Map<string, PdfValue>([['O', `/${owner}`], ...entries]),
    );
    const dict: PdfDict = new Map<string, PdfValue>([
      ['Type', '/StructElem'],
      ['S', `/${element.type}`],
      ['P', parent],
    ]);
    if (page) dict.set('Pg', page);
    for (const [key, value] of element.entries) dict.set(key, value);
    const own = attributes.length > 1 ? attributes : attributes[0];
    if (own) dict.set('A', own);
    const inside = kids.length > 1 ? kids : kids[0];
    if (inside !== undefined) dict.set('K', inside);
    file.set(ref, dict);
    const id = textOf(element.entries.get('ID'));
    if (id !== null) ids.push([id, ref]);
  };
  for (const element of roots) write(element, rootRef);
  const root = dictOf({
    Type: '/StructTreeRoot',
    K: roots.map((element) => refs.get(element) as PdfRef),
    RoleMap: dictOf({ Strong: '/Span', Em: '/Span', Aside: '/Sect' }),
    ...parents.write(),
    IDTree: idTree(ids),
  });
  file.set(rootRef, root);
  return refs;
}

/** Frees the objects of the tree that was read; gives their numbers, in order, for the new one. */
function removeOld(file: PdfFile): PdfRef[] {
  const root = file.dict(catalogOf(file).get('StructTreeRoot'));
  const numbers = new Set<number>();
  const walk = (value: PdfValue | undefined): void => {
    if (Array.isArray(value)) for (const entry of value) walk(entry);
    if (!(value instanceof PdfRef) || numbers.has(value.number)) return;
    numbers.add(value.number);
    const node = file.get(value);
    if (Array.isArray(node)) walk(node);
    if (!(node instanceof Map)) return;
    for (const key of ['K', 'Kids', 'Nums']) walk(node.get(key));
  };
  for (const key of ['K', 'ParentTree', 'IDTree']) walk(root.get(key));
  const refs = [...numbers].sort((one, other) => one - other).map((number) => new PdfRef(number));
  for (const ref of refs) file.remove(ref);
  return refs;
}

/** The way back from content and annotations to their elements. */
class ParentTree {
  private readonly streams = new Map<number, (PdfRef | null)[]>();
  private readonly annotations = new Map<number, PdfRef>();

  constructor(private readonly file: PdfFile) {}

  content({ page, form, mcid }: Content, element: PdfRef): void {
    const stream = (form ?? page).number;
    const parents = this.streams.get(stream) ?? [];
    parents[mcid] = element;
    this.streams.set(stream, parents);
  }

  annotation(annotation: PdfRef, element: PdfRef): void {
    this.annotations.set(annotation.number, element);
  }

  write(): { ParentTree: PdfRef; ParentTreeNextKey: number } {
    const nums: PdfValue[] = [];
    const tie = (number: number, key: string, value: PdfValue): void => {
      const ref = new PdfRef(number);
      this.file.change(ref, (dict) => dict.set(key, nums.length / 2));
      nums.push(nums.length / 2, value);
    };
    // Pages first and in their order, then forms, then annotations.
    const pages = pagesOf(this.file).map(({ number }) => number);
    const forms = [...this.streams.keys()].filter((number) => !pages.includes(number)).sort((a, b) => a - b);
    for (const number of [...pages, ...forms]) {
      const parents = this.streams.get(number);
      if (parents)
        tie(
          number,
          'StructParents',
          Array.from(parents, (parent) => parent ?? null),
        );
      else this.file.change(new PdfRef(number), (dict) => dict.delete('StructParents'));
    }
    for (const [number, element] of this.annotations) tie(number, 'StructParent', element);
    return { ParentTree: this.file.add(dictOf({ Nums: nums })), ParentTreeNextKey: nums.length / 2 };
  }
}

function idTree(ids: readonly [string, PdfRef][]): PdfDict | undefined {
  if (ids.length === 0) return undefined;
  const sorted = [...ids].sort(([one], [other]) => (one < other ? -1 : 1));
  return dictOf({ Names: sorted.flatMap(([id, ref]): PdfValue[] => [textString(id), ref]) });
}
