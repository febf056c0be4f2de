import { embedFont, officeFonts, standIn } from '../office/fonts.js';
import type { OfficePackage } from '../office/package.js';
import type { Xml } from '../office/xml.js';
import { attributes, xml } from '../office/xml.js';
import type { Look } from './facts.js';
import { names } from './names.js';

const display = officeFonts.display.name;
const text = officeFonts.text.name;

/** The size of all that says nothing else, in half points: twelve points, the least that pupils are given to read. */
const size = 24;

/** The styles of paragraphs, by their looks. Lengths are in twentieths of a point, sizes in half points. */
export const lookStyles: Readonly<Record<Look, { id: string; name: string; paragraph: Xml | null; run: Xml | null }>> =
  {
    text: { id: 'BodyText', name: 'Body Text', paragraph: null, run: null },
    small: {
      id: 'Small',
      name: 'Small',
      paragraph: xml`<w:spacing w:before="100" w:after="40"/>`,
      run: xml`<w:sz w:val="21"/>`,
    },
    label: { id: 'Label', name: 'Label', paragraph: xml`<w:spacing w:before="100" w:after="40"/>`, run: null },
    place: {
      id: 'Place',
      name: 'Place',
      paragraph: xml`<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="12" w:space="8" w:color="111111"/></w:pBdr><w:spacing w:before="480" w:after="0"/>`,
      run: xml`<w:b/><w:sz w:val="21"/>`,
    },
    intro: { id: 'Intro', name: 'Intro', paragraph: xml`<w:spacing w:after="160"/>`, run: xml`<w:sz w:val="28"/>` },
    say: { id: 'Say', name: 'Say', paragraph: sideLine(), run: xml`<w:sz w:val="25"/>` },
    do: { id: 'Do', name: 'Do', paragraph: xml`<w:ind w:left="284"/>`, run: null },
    hint: { id: 'Hint', name: 'Hint', paragraph: xml`<w:ind w:left="284"/>`, run: xml`<w:sz w:val="22"/>` },
    caption: { id: 'Caption', name: 'caption', paragraph: xml`<w:keepNext/>`, run: xml`<w:b/>` },
    'card-number': {
      id: 'CardNumber',
      name: 'Card Number',
      paragraph: inCard(60),
      run: xml`${fonts(display)}<w:b/><w:sz w:val="44"/>`,
    },
    'card-text': { id: 'CardText', name: 'Card Text', paragraph: inCard(60), run: xml`<w:sz w:val="36"/>` },
    'card-line': {
      id: 'CardLine',
      name: 'Card Line',
      paragraph: inCard(720),
      run: xml`${fonts(display)}<w:b/><w:sz w:val="50"/>`,
    },
    'card-prompt': {
      id: 'CardPrompt',
      name: 'Card Prompt',
      paragraph: inCard(180),
      run: xml`<w:b/><w:sz w:val="26"/>`,
    },
  };

function fonts(name: string): Xml {
  return xml`<w:rFonts${attributes({ 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name })}/>`;
}

/** Room beside the words of a card, where scissors go along. */
function inCard(before: number): Xml {
  return xml`<w:spacing w:before="${before}" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="200" w:right="200"/>`;
}

/** The line beside what is said aloud. */
function sideLine(): Xml {
  return xml`<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="BBBBBB"/></w:pBdr><w:ind w:left="284"/>`;
}

/** The size of each level of heading, and the room before it. */
const headings = [
  { size: 56, before: 0 },
  { size: 32, before: 320 },
  { size: 27, before: 240 },
  { size: 25, before: 200 },
  { size: 24, before: 160 },
  { size: 24, before: 160 },
] as const;

/** All styles of a document: whoever changes one changes all that is in it. */
export function stylesXml(accent: string): Xml {
  const style = (id: string, name: string, paragraph: Xml | null, run: Xml | null, base = 'Normal') =>
    xml`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const ofHeadings = headings.map(({ size, before }, index) => {
    const level = index + 1;
    const run = xml`${fonts(display)}<w:b/><w:color w:val="${accent}"/><w:sz w:val="${size}"/>`;
    const paragraph = xml`<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${index}"/>`;
    return style(`Heading${level}`, `heading ${level}`, paragraph, run);
  });
  const ofLooks = Object.values(lookStyles).map(({ id, name, paragraph, run }) => style(id, name, paragraph, run));
  const bullet = xml`<w:numPr><w:numId w:val="${bullets}"/></w:numPr><w:contextualSpacing/>`;
  const line = xml`<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="111111"/><w:between w:val="single" w:sz="6" w:space="1" w:color="111111"/></w:pBdr><w:spacing w:before="240" w:after="0"/>`;
  const foot = xml`<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs><w:spacing w:after="0"/>`;
  return xml`<w:styles${names}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(text)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${ofHeadings}${ofLooks}${style('ListBullet', 'List Bullet', bullet, null)}${style('ListNumber', 'List Number', xml`<w:contextualSpacing/>`, null)}${style('WriteHere', 'Write Here', line, null)}${style('Footer', 'footer', foot, xml`<w:sz w:val="22"/>`)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style></w:styles>`;
}

/** The number that all lists with dashes share; those that count have the next ones. */
export const bullets = 1;

/** The number by which a list that counts is known. */
export function numberOf(list: number): number {
  return bullets + list;
}

/** How lists look; each that counts begins with one. */
export function numberingXml(counted: readonly number[], accent: string): Xml {
  const level = (format: string, sign: string) =>
    xml`<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr><w:rPr><w:rFonts w:ascii="${display}" w:hAnsi="${display}"/><w:b/><w:color w:val="${accent}"/></w:rPr></w:lvl>`;
  const own = counted.map(
    (list) =>
      xml`<w:num w:numId="${numberOf(list)}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  );
  return xml`<w:numbering${names}><w:abstractNum w:abstractNumId="0">${level('bullet', '–')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal', '%1')}</w:abstractNum><w:num w:numId="${bullets}"><w:abstractNumId w:val="0"/></w:num>${own}</w:numbering>`;
}

/** Puts the fonts into a document, each with what stands in for it. Source: ECMA-376, part 1, 17.8. */
export function addFontTable(file: OfficePackage, path: string, type: string): void {
  const fonts = Object.values(officeFonts).map((font) => {
    const { regular, bold } = embedFont(file, 'word', path, font);
    return xml`<w:font w:name="${font.name}"><w:altName w:val="${standIn}"/><w:panose1 w:val="${font.panose}"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/><w:embedRegular r:id="${regular.relation}" w:fontKey="${regular.key}"/><w:embedBold r:id="${bold.relation}" w:fontKey="${bold.key}"/></w:font>`;
  });
  file.add(path, xml`<w:fonts${names}>${fonts}</w:fonts>`, type);
}
