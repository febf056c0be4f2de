import type { PdfFile } from '../file.js';
import type { PdfValue } from '../objects.js';
import { dictOf, PdfRef, textString } from '../objects.js';
import type { OpenPdf } from '../open.js';
import type { StructureElement } from '../structure.js';
import { catalogOf, contentOf, elementsOf, pagesOf } from '../structure.js';

/** Documents with more pages than this have bookmarks. */
export const pagesWithoutBookmarks = 4;

/** A heading with the headings below it. */
interface Bookmark {
  title: string;
  level: number;
  element: StructureElement;
  kids: Bookmark[];
}

/**
 * Makes bookmarks of the headings, as the page words them; Chromium's own run words together where a heading has
 * several lines. Short documents need none.
 * @param objects the object of each element
 */
export function writeBookmarks(pdf: OpenPdf, objects: ReadonlyMap<StructureElement, PdfRef>): void {
  const { file, facts, roots } = pdf;
  const places = oldPlaces(pdf);
  const root = catalogOf(file).get('Outlines');
  if (root instanceof PdfRef) removeAll(file, root);
  const headings = elementsOf(roots).filter(({ type }) => /^H[1-6]$/.test(type));
  const many = pagesOf(file).length > pagesWithoutBookmarks;
  const bookmarks = many ? nest(headings, facts.headings) : [];
  const own = bookmarks.length > 0 ? file.reserve() : null;
  file.change(file.trailer.get('Root') as PdfRef, (catalog) => {
    if (own) catalog.set('Outlines', own);
    else catalog.delete('Outlines');
  });
  if (!own) return;
  const write = (siblings: readonly Bookmark[], parent: PdfRef): PdfValue[] => {
    const refs = siblings.map(() => file.reserve());
    for (const [index, { title, element, kids }] of siblings.entries()) {
      const ref = refs[index] as PdfRef;
      const [first, last] = write(kids, ref);
      file.set(
        ref,
        dictOf({
          Title: textString(title),
          Parent: parent,
          Prev: refs[index - 1],
          Next: refs[index + 1],
          First: first,
          Last: last,
          // Negative: closed until someone opens it.
          Count: kids.length > 0 ? -kids.length : undefined,
          Dest: placeOf(element, places),
          SE: objects.get(element),
        }),
      );
    }
    return refs.length > 0 ? [refs[0] as PdfRef, refs.at(-1) as PdfRef] : [];
  };
  const [first, last] = write(bookmarks, own);
  file.set(own, dictOf({ Type: '/Outlines', First: first, Last: last, Count: bookmarks.length }));
}

function nest(elements: readonly StructureElement[], headings: OpenPdf['facts']['headings']): Bookmark[] {
  const top: Bookmark[] = [];
  const above: Bookmark[] = [];
  for (const [index, element] of elements.entries()) {
    const level = Number(element.type[1]);
    const bookmark = { title: headings[index]?.text ?? '', level, element, kids: [] };
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    (above.at(-1)?.kids ?? top).push(bookmark);
    above.push(bookmark);
  }
  return top;
}

/** Where Chromium's own bookmarks lead, by the object of the element. */
function oldPlaces({ file }: OpenPdf): Map<number, PdfValue> {
  const places = new Map<number, PdfValue>();
  const walk = (ref: PdfValue | undefined): void => {
    for (let next = ref; next instanceof PdfRef; next = file.dict(next).get('Next')) {
      const dict = file.dict(next);
      const element = dict.get('SE');
      if (element instanceof PdfRef) places.set(element.number, dict.get('Dest') ?? null);
      walk(dict.get('First'));
    }
  };
  const root = catalogOf(file).get('Outlines');
  if (root instanceof PdfRef) walk(file.dict(root).get('First'));
  return places;
}

function placeOf(element: StructureElement, places: ReadonlyMap<number, PdfValue>): PdfValue {
  const old = element.source ? places.get(element.source.number) : undefined;
  return old ?? [contentOf([element])[0]?.page ?? null, '/Fit'];
}

function removeAll(file: PdfFile, ref: PdfRef): void {
  const dict = file.dict(ref);
  file.remove(ref);
  for (let next = dict.get('First'); next instanceof PdfRef; ) {
    const after = file.dict(next).get('Next');
    removeAll(file, next);
    next = after;
  }
}
