import { OfficePackage } from '../office/package.js';
import { pageTools } from '../office/page-tools.js';
import { addProperties } from '../office/properties.js';
import { emu } from '../office/units.js';
import type { Xml } from '../office/xml.js';
import { attributes, xml } from '../office/xml.js';
import type { DocumentIdentity } from '../pdf/identity.js';
import type { BlockFacts, ItemFacts, PictureFacts, RunFacts, TableFacts, TextFacts } from './facts.js';
import { lookAtDocument } from './look.js';
import { names } from './names.js';
import { addFontTable, bullets, lookStyles, numberingXml, numberOf, stylesXml } from './styles.js';

/** Runs inside the page, once all fits: what the document says. Gives `TextFacts`. */
export const takeText = `(${lookAtDocument})(${pageTools})`;

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const main = 'word/document.xml';

/** A4 with its margins in twentieths of a point, and what is left between them. */
const page = { width: 11_906, height: 16_838, side: 1020, top: 1020, bottom: 1130 } as const;
const textWidth = page.width - 2 * page.side;

/** A text as Word opens it: headings as headings, lists as lists, tables with their heads. The same facts give the same bytes. */
export function documentOf(facts: TextFacts, identity: DocumentIdentity): Uint8Array {
  const file = new OfficePackage();
  file.relate('', 'officeDocument', main);
  addProperties(file, identity, xml``);
  const writing: Writing = { file, numbers: 0, accent: facts.accent };
  const body = blocksXml(facts.blocks, writing);
  const foot = file.relate(main, 'footer', 'word/footer1.xml');
  const section = xml`<w:sectPr><w:footerReference w:type="default" r:id="${foot}"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.top}" w:right="${page.side}" w:bottom="${page.bottom}" w:left="${page.side}" w:header="600" w:footer="500" w:gutter="0"/></w:sectPr>`;
  file.add(
    main,
    xml`<w:document${names}><w:body>${body}${section}</w:body></w:document>`,
    `${types}.document.main+xml`,
  );
  file.add('word/footer1.xml', footXml(facts.foot), `${types}.footer+xml`);
  file.relate(main, 'styles', 'word/styles.xml');
  file.add('word/styles.xml', stylesXml(facts.accent), `${types}.styles+xml`);
  file.relate(main, 'numbering', 'word/numbering.xml');
  file.add('word/numbering.xml', numberingXml(countedLists(facts.blocks), facts.accent), `${types}.numbering+xml`);
  file.relate(main, 'fontTable', 'word/fontTable.xml');
  addFontTable(file, 'word/fontTable.xml', `${types}.fontTable+xml`);
  file.relate(main, 'settings', 'word/settings.xml');
  file.add('word/settings.xml', settingsXml, `${types}.settings+xml`);
  return file.finish(identity.date);
}

const settingsXml = xml`<w:settings${names}><w:embedTrueTypeFonts/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>`;

interface Writing {
  file: OfficePackage;
  /** How many pictures there are so far. */
  numbers: number;
  accent: string;
}

/** The lists that count: each begins with one again. */
function countedLists(blocks: readonly BlockFacts[]): number[] {
  const found = blocks.flatMap((block): number[] => {
    if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap(countedLists));
    return block.kind === 'item' && block.counts ? [block.list] : [];
  });
  return [...new Set(found)];
}

/** Blocks one below the other. Between two tables, and behind a last one, is a paragraph: Word needs it. */
function blocksXml(blocks: readonly BlockFacts[], writing: Writing): Xml[] {
  return blocks.map((block, index) => {
    const [before, next] = [blocks[index - 1]?.kind, blocks[index + 1]?.kind];
    const isApart = block.kind === 'table' && (next === 'table' || next === undefined);
    const own = blockXml(block, writing, before === 'table' || before === 'line');
    return isApart ? xml`${own}${emptyXml(block)}` : own;
  });
}

/** @param below whether it stands below a table or a line, which leave no room below them */
function blockXml(block: BlockFacts, writing: Writing, below: boolean): Xml {
  switch (block.kind) {
    case 'heading':
      return paragraph(xml`<w:pStyle w:val="Heading${block.level}"/>`, block.runs, writing);
    case 'paragraph': {
      // An activity begins with more room than that.
      const room = below && block.look !== 'place' ? xml`<w:spacing w:before="160"/>` : null;
      const style = xml`<w:pStyle w:val="${lookStyles[block.look].id}"/>`;
      return paragraph(xml`${style}${staying(block)}${room}`, block.runs, writing);
    }
    case 'item':
      return itemXml(block, writing);
    case 'line':
      return xml`<w:p><w:pPr><w:pStyle w:val="WriteHere"/>${staying(block)}</w:pPr></w:p>`;
    case 'break':
      return xml`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`;
    case 'picture':
      return xml`<w:p><w:pPr>${staying(block)}</w:pPr><w:r>${pictureXml(block, writing)}</w:r></w:p>`;
    case 'table':
      return tableXml(block, writing);
  }
}

function staying({ stays }: { stays: boolean }): Xml | null {
  return stays ? xml`<w:keepNext/>` : null;
}

function emptyXml(block: { stays: boolean }): Xml {
  return xml`<w:p><w:pPr>${staying(block)}</w:pPr></w:p>`;
}

function itemXml({ counts, list, runs, stays }: ItemFacts, writing: Writing): Xml {
  // The style would do for Word; other programs look for it here.
  const number = xml`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${counts ? numberOf(list) : bullets}"/></w:numPr>`;
  return paragraph(
    xml`<w:pStyle w:val="${counts ? 'ListNumber' : 'ListBullet'}"/>${staying({ stays })}${number}`,
    runs,
    writing,
  );
}

function paragraph(properties: Xml, runs: readonly RunFacts[], writing: Writing): Xml {
  return xml`<w:p><w:pPr>${properties}</w:pPr>${runs.map((run) => runXml(run, writing))}</w:p>`;
}

function runXml({ text, bold, language, link }: RunFacts, { file }: Writing): Xml {
  const own = [
    link ? xml`<w:rStyle w:val="Hyperlink"/>` : null,
    bold ? xml`<w:b/>` : null,
    language === 'en-GB' ? null : xml`<w:lang w:val="${language}"/>`,
  ];
  const pieces = text.split(/([\n\t])/).map((piece) => {
    if (piece === '\n') return xml`<w:br/>`;
    if (piece === '\t') return xml`<w:t>${'_'.repeat(18)}</w:t>`;
    return piece === '' ? null : xml`<w:t xml:space="preserve">${piece}</w:t>`;
  });
  const run = xml`<w:r><w:rPr>${own}</w:rPr>${pieces}</w:r>`;
  return link ? xml`<w:hyperlink r:id="${file.relate(main, 'hyperlink', link, true)}">${run}</w:hyperlink>` : run;
}

/** No column is narrower: a longer word of its head would be broken. */
const narrowest = 1200;

/** The widths of columns as they stand to each other on paper, all together as wide as the text. */
function columnWidths(columns: readonly number[]): number[] {
  const all = columns.reduce((sum, width) => sum + width, 0) || 1;
  const widths = columns.map((width) => Math.max(narrowest, Math.round((width / all) * textWidth)));
  const over = widths.reduce((sum, width) => sum + width, 0) - textWidth;
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, index) => (index === widest ? width - over : width));
}

/** What boxes of one table take of a page at the most: a heading of two lines, one below it and one at the end stay with them. */
const boxesHeight = page.height - page.top - page.bottom - 2500;

/** A table as wide as the text, with the columns as they stand to each other on paper. */
function tableXml({ columns, head, boxes, rows, whole, stays }: TableFacts, writing: Writing): Xml {
  const widths = columnWidths(columns);
  const border = (name: string, size: number, colour: string) =>
    xml`<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  const borders = boxes
    ? ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((name) => border(name, 6, '111111'))
    : ['bottom', 'insideH'].map((name) => border(name, 4, 'BBBBBB'));
  const all = rows.reduce((sum, { height }) => sum + height * 15, 0);
  const scale = boxes ? Math.min(1, boxesHeight / (all || 1)) : 1;
  const rowsXml = rows.map(({ height, cells }, index) => {
    const isHead = index < head;
    // A row stays with the next one as its paragraphs do.
    const rowStays = stays || (whole && index < rows.length - 1);
    const own = [
      xml`<w:cantSplit/>`,
      height > 0 ? xml`<w:trHeight w:val="${Math.round(height * 15 * scale)}" w:hRule="atLeast"/>` : null,
      isHead ? xml`<w:tblHeader/>` : null,
    ];
    const cellsXml = cells.map((cell, at) => {
      const under = isHead && !boxes ? xml`<w:tcBorders>${border('bottom', 12, writing.accent)}</w:tcBorders>` : null;
      const own = cell.map((block) => (rowStays && 'stays' in block ? { ...block, stays: true } : block));
      const inner = blocksXml(own, writing);
      return xml`<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${under}</w:tcPr>${inner}${own.length === 0 ? emptyXml({ stays: rowStays }) : null}</w:tc>`;
    });
    return xml`<w:tr><w:trPr>${own}</w:trPr>${cellsXml}</w:tr>`;
  });
  const flags = attributes({ 'w:firstRow': Number(head > 0), 'w:lastRow': 0, 'w:firstColumn': 0, 'w:lastColumn': 0 });
  return xml`<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="${boxes ? 140 : 0}" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar><w:tblLook${flags}/></w:tblPr><w:tblGrid>${widths.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>${rowsXml}</w:tbl>`;
}

function pictureXml({ width, height, words, data }: PictureFacts, writing: Writing): Xml {
  writing.numbers += 1;
  const id = writing.numbers;
  const most = (textWidth / 1440) * 96;
  const scale = Math.min(1, most / width);
  const [cx, cy] = [emu(width * scale), emu(height * scale)];
  const relation = writing.file.addPicture(main, data);
  return xml`<w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="Picture ${id}" descr="${words}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="Picture ${id}" descr="${words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}

/** The foot of each page: where it belongs on the left, its status and number on the right. */
function footXml({ texts, counts }: TextFacts['foot']): Xml {
  const [left = '', ...others] = texts;
  const right = others.join(' · ');
  const number = counts
    ? xml`<w:r><w:t xml:space="preserve">   </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
    : null;
  return xml`<w:ftr${names}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>${left}</w:t></w:r><w:r><w:tab/><w:t>${right}</w:t></w:r>${number}</w:p></w:ftr>`;
}
