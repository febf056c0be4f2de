import { PdfRef } from '../objects.js';
import type { OpenPdf, Question } from '../open.js';
import type { StructureElement } from '../structure.js';
import { altOf, catalogOf, contentOf, elementsOf, isElement } from '../structure.js';
import { fold } from '../text.js';

/** Headings begin with an H1, skip no level, and are those of the page (rule 7.4.2-1). */
export const headingsAreInOrder: Question = ({ roots, facts }) => {
  const levels = typesOf(roots)
    .flatMap((type) => /^H([1-6])$/.exec(type)?.[1] ?? [])
    .map(Number);
  const wanted = facts.headings.map(({ level }) => level);
  const problems = levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    const words = facts.headings[index]?.text ?? '';
    return level > before + 1
      ? [`The heading “${words}” is of level ${level}, but nothing of level ${level - 1} is above it.`]
      : [];
  });
  if (levels.join() !== wanted.join())
    problems.push(`The page has ${wanted.length} headings, its PDF ${levels.length}.`);
  return problems;
};

/** Lists are those of the page, and hold nothing but items (rules 7.2-17 to 7.2-20). */
export const listsAreWhole: Question = ({ roots, facts }) => {
  const lists = elementsOf(roots).filter(({ type }) => type === 'L');
  const problems = lists.flatMap((list) =>
    list.kids
      .filter((kid) => !isElement(kid) || !/^(?:LI|Caption)$/.test(kid.type))
      .map(() => 'A list holds something beside its items.'),
  );
  if (lists.length !== facts.lists) problems.push(`The page has ${facts.lists} lists, its PDF ${lists.length}.`);
  return problems;
};

/** Tables are those of the page: captioned, with a scope for each header, and as many cells in each row. */
export const tablesAreWhole: Question = ({ roots, facts }) => {
  const tables = elementsOf(roots).filter(({ type }) => type === 'Table');
  if (tables.length !== facts.tables.length) {
    return [`The page has ${facts.tables.length} tables, its PDF ${tables.length}.`];
  }
  return tables.flatMap((table, index) => {
    const rows = rowsOf(table);
    const headers = rows.flatMap(cellsOf).filter(({ type }) => type === 'TH');
    const name = facts.tables[index]?.caption || `Table ${index + 1}`;
    const widths = new Set(widthsOf(rows));
    return [
      ...(table.kids.some((kid) => isElement(kid) && kid.type === 'Caption') ? [] : [`${name} has no caption.`]),
      ...(headers.length === facts.tables[index]?.headers ? [] : [`“${name}” has lost header cells.`]),
      ...(headers.every((cell) => cell.attributes.get('Table')?.has('Scope'))
        ? []
        : [`“${name}” has a header cell without scope.`]),
      ...(widths.size <= 1
        ? []
        : [`“${name}” has rows of ${[...widths].join(' and ')} cells. An empty cell needs a no-break space.`]),
    ];
  });
};

/** The rows of a table, not those of tables in its cells. */
function rowsOf(table: StructureElement): StructureElement[] {
  return table.kids.filter(isElement).flatMap((kid) => {
    if (kid.type === 'TR') return [kid];
    return /^T(?:Head|Body|Foot)$/.test(kid.type) ? rowsOf(kid) : [];
  });
}

function cellsOf(row: StructureElement): StructureElement[] {
  return row.kids.filter(isElement);
}

/** How many columns each row fills, with cells that reach over columns and down from rows above (rules 7.2-41 to 43). */
function widthsOf(rows: readonly StructureElement[]): number[] {
  // For each column, in how many of the rows to come it is taken by a cell from above.
  const taken: number[] = [];
  return rows.map((row) => {
    const span = (cell: StructureElement, name: string) => Number(cell.attributes.get('Table')?.get(name) ?? 1);
    let column = 0;
    const own = new Set<number>();
    for (const cell of cellsOf(row)) {
      while ((taken[column] ?? 0) > 0 && !own.has(column)) column += 1;
      for (const end = column + span(cell, 'ColSpan'); column < end; column += 1) {
        taken[column] = span(cell, 'RowSpan');
        own.add(column);
      }
    }
    const width = taken.filter((rest) => (rest ?? 0) > 0).length;
    for (const index of taken.keys()) taken[index] = Math.max(0, (taken[index] ?? 0) - 1);
    return width;
  });
}

/** Pictures are those of the page, with their alternative texts (rule 7.3-1). */
export const figuresAreWhole: Question = ({ roots, facts }) => {
  const found = elementsOf(roots)
    .filter(({ type }) => type === 'Figure')
    .map(altOf);
  const problems = found.filter((alt) => alt === null).map(() => 'A picture has no alternative text.');
  const alts = found.map((alt) => fold(alt ?? '').trim());
  const wanted = facts.figures.map((alt) => fold(alt).trim());
  const missing = wanted.filter((alt) => !alts.includes(alt));
  problems.push(
    ...missing.map((alt) => `The picture “${alt}” is missing in what is read aloud. Use an <img> with an alt.`),
  );
  if (problems.length === 0 && alts.join('\n') !== wanted.join('\n'))
    problems.push('Pictures are read in another order than the page has them.');
  return problems;
};

/** From each piece of content the way leads back to the element that holds it (ISO 32000-1, 14.7.4.4). */
export const contentFindsItsElement: Question = (pdf) => {
  const { file, roots } = pdf;
  const nums = file.array(file.dict(file.dict(catalogOf(file).get('StructTreeRoot')).get('ParentTree')).get('Nums'));
  const parents = new Map(nums.flatMap((value, index) => (index % 2 === 0 ? [[value, nums[index + 1]] as const] : [])));
  const lost = elementsOf(roots).filter((element) =>
    contentOf(element.kids.filter((kid) => !isElement(kid))).some((content) => {
      const key = file.dict(content.form ?? content.page).get('StructParents') ?? null;
      const parent = file.array(parents.get(key))[content.mcid];
      return !(parent instanceof PdfRef) || parent.number !== element.source?.number || !hasRegion(pdf, content);
    }),
  );
  return lost.length > 0 ? [`Parts of the structure that are not tied to the page: ${lost.length}.`] : [];
};

function hasRegion({ streams }: OpenPdf, content: Parameters<OpenPdf['streams']['region']>[0]): boolean {
  return streams.region(content) !== undefined;
}

function typesOf(roots: readonly StructureElement[]): string[] {
  return elementsOf(roots).map(({ type }) => type);
}

/** What may stand where, beyond what other questions ask (ISO 32000-1, 14.8.4; rules 7.1-5 and 7.2-3 to 7.2-19). */
const parents: Readonly<Record<string, RegExp>> = {
  LI: /^L$/,
  LBody: /^LI$/,
  TR: /^(?:Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
  THead: /^Table$/,
  TBody: /^Table$/,
  TFoot: /^Table$/,
  Caption: /^(?:Table|Figure|L|Formula)$/,
};

/** Types that readers know, or that the file says how to read. */
const types =
  /^(?:Document|Part|Art|Sect|Div|Aside|BlockQuote|Caption|P|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Code|Link|Annot|Figure|Formula|Form|NonStruct|Strong|Em)$/;

/** Each element is of a type that readers know, and stands where such an element may. */
export const elementsStandWhereTheyMay: Question = ({ roots }) => {
  const wrong = (element: StructureElement): string[] =>
    element.kids.filter(isElement).flatMap((kid) => {
      const isWrong = !types.test(kid.type) || !(parents[kid.type]?.test(element.type) ?? true);
      return [...(isWrong ? [`An element ${kid.type} stands in ${element.type}, where none may.`] : []), ...wrong(kid)];
    });
  return [...new Set(roots.flatMap(wrong))];
};
