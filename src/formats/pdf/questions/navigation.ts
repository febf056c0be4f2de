import { pagesWithoutBookmarks } from '../mends/bookmarks.js';
import { PdfRef, textOf } from '../objects.js';
import type { OpenPdf, Question } from '../open.js';
import { catalogOf, elementsOf, isAnnotation, pagesOf } from '../structure.js';

/** Links are those of the page, each described in words (rules 7.18.1-2 and 7.18.5-2). */
export const linksAreDescribed: Question = ({ file, roots, facts }) => {
  const described = elementsOf(roots)
    .filter(({ type }) => type === 'Link')
    .map(({ kids }) => {
      const areas = kids.filter(isAnnotation).map(({ annotation }) => file.dict(annotation));
      return [...new Set(areas.map((area) => textOf(area.get('Contents')) ?? ''))].join(' or ');
    });
  if (described.join('\n') === facts.links.join('\n')) return [];
  return [`The links of the page are ${words(facts.links)}, those of its PDF ${words(described)}.`];
};

/** Each area that can be clicked belongs to a link. */
export const areasHaveLinks: Question = ({ file, roots }) => {
  const owned = new Set(
    elementsOf(roots).flatMap(({ kids }) => kids.filter(isAnnotation).map(({ annotation }) => annotation.number)),
  );
  const areas = pagesOf(file).flatMap((page) => file.array(file.dict(page).get('Annots')));
  const stray = areas.filter((area) => !(area instanceof PdfRef) || !owned.has(area.number));
  return stray.length > 0
    ? [`Links that can be clicked but are not read: ${stray.length}. A link must not stand in what is hidden.`]
    : [];
};

/** Bookmarks in documents of more than four pages: one for each heading. */
export const longDocumentsHaveBookmarks: Question = ({ file, facts }) => {
  if (pagesOf(file).length <= pagesWithoutBookmarks) return [];
  const titles = bookmarks(file, catalogOf(file).get('Outlines'));
  const wanted = facts.headings.map(({ text }) => text);
  return titles.join('\n') === wanted.join('\n') ? [] : ['The bookmarks are not the headings of the page.'];
};

function bookmarks(file: OpenPdf['file'], parent: Parameters<typeof file.get>[0]): string[] {
  const titles: string[] = [];
  if (!(parent instanceof PdfRef)) return titles;
  for (let next = file.dict(parent).get('First'); next instanceof PdfRef; next = file.dict(next).get('Next')) {
    titles.push(textOf(file.dict(next).get('Title')) ?? '', ...bookmarks(file, next));
  }
  return titles;
}

/** Pages are called by their numbers, and keys go through them in reading order (rule 7.18.3-1). */
export const pagesHaveLabels: Question = ({ file }) => {
  const labelled = file.array(file.dict(catalogOf(file).get('PageLabels') ?? new Map()).get('Nums')).length > 0;
  const ordered = pagesOf(file).every((page) => file.dict(page).get('Tabs') === '/S');
  return labelled && ordered ? [] : ['Pages have no labels or no order for keys.'];
};

function words(list: readonly string[]): string {
  return list.length > 0 ? list.map((word) => `“${word}”`).join(', ') : 'none';
}
