import { emu, points } from '../office/units.js';
import type { Xml } from '../office/xml.js';
import { attributes, xml } from '../office/xml.js';
import type { Paint } from './colours.js';
import type { LetterFacts, ParagraphFacts } from './facts.js';

const numbering = { number: 'arabicPlain', letter: 'alphaUcPeriod' } as const;

/**
 * Paragraphs of a text box.
 * @param base what they inherit from the layout: only what differs is said again, so that a change there reaches them
 */
export function paragraphs(own: readonly ParagraphFacts[], base: ParagraphFacts | null, paint: Paint): Xml[] {
  return own.map((paragraph) => {
    const inherited = base?.runs[0]?.letters ?? null;
    const runs = paragraph.runs.flatMap(({ text, letters }) => run(text, letters, inherited, paint));
    const end = xml`<a:endParaRPr lang="en-GB"/>`;
    return xml`<a:p>${properties('pPr', paragraph, base, paint)}${runs}${end}</a:p>`;
  });
}

/** What paragraphs of a placeholder are like, as its layout says it. */
export function listStyle(paragraph: ParagraphFacts, paint: Paint): Xml {
  const letters = paragraph.runs[0]?.letters;
  const inner = letters ? xml`<a:defRPr${lettersOf(letters, null, paint)}</a:defRPr>` : null;
  return xml`<a:lstStyle>${properties('lvl1pPr', paragraph, null, paint, inner)}</a:lstStyle>`;
}

/** A stretch of text in the same letters, with the line breaks that somebody has put there. */
function run(text: string, letters: LetterFacts, base: LetterFacts | null, paint: Paint): Xml[] {
  const own = lettersOf(letters, base, paint);
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [xml`<a:br><a:rPr${own}</a:rPr></a:br>`] : []),
      ...(line === '' ? [] : [xml`<a:r><a:rPr${own}</a:rPr><a:t>${line}</a:t></a:r>`]),
    ]);
}

/** What letters are like: the rest of a tag with its attributes, and its elements in the order of the schema. */
function lettersOf(letters: LetterFacts, base: LetterFacts | null, paint: Paint): Xml {
  const differs = (field: keyof LetterFacts) => base === null || base[field] !== letters[field];
  const own = attributes({
    lang: letters.language,
    sz: differs('size') ? points(letters.size) : null,
    b: differs('bold') ? Number(letters.bold) : null,
    i: differs('italic') ? Number(letters.italic) : null,
    spc: differs('spacing') ? points(letters.spacing) : null,
  });
  const colour = differs('colour') ? xml`<a:solidFill>${paint(letters.colour)}</a:solidFill>` : null;
  const font = differs('display') ? xml`<a:latin typeface="${letters.display ? '+mj-lt' : '+mn-lt'}"/>` : null;
  return xml`${own}>${colour}${font}`;
}

/** The properties of a paragraph under a name, with only what differs from what it inherits. */
function properties(
  name: string,
  paragraph: ParagraphFacts,
  base: ParagraphFacts | null,
  paint: Paint,
  letters: Xml | null = null,
): Xml {
  const { bullet, align, lineHeight, before } = paragraph;
  const differs = (get: (one: ParagraphFacts) => unknown) =>
    base === null || JSON.stringify(get(base)) !== JSON.stringify(get(paragraph));
  const isMoved = differs((one) => [one.indent, one.bullet?.hang]);
  const own = attributes({
    marL: isMoved ? emu(paragraph.indent) : null,
    indent: isMoved ? -emu(bullet?.hang ?? 0) : null,
    algn: differs((one) => one.align) ? { left: 'l', center: 'ctr', right: 'r' }[align] : null,
  });
  const inner = [
    differs((one) => one.lineHeight) ? xml`<a:lnSpc><a:spcPts val="${points(lineHeight)}"/></a:lnSpc>` : null,
    differs((one) => one.before) ? xml`<a:spcBef><a:spcPts val="${points(Math.max(0, before))}"/></a:spcBef>` : null,
    differs((one) => one.bullet && [one.bullet.kind, one.bullet.size, one.bullet.colour])
      ? bulletOf(bullet, paint)
      : null,
    letters,
  ];
  return xml`<a:${name}${own}>${inner}</a:${name}>`;
}

function bulletOf(bullet: ParagraphFacts['bullet'], paint: Paint): Xml {
  if (!bullet) return xml`<a:buNone/>`;
  const { kind, size, colour } = bullet;
  const sign = kind === 'dash' ? xml`<a:buChar char="–"/>` : xml`<a:buAutoNum type="${numbering[kind]}"/>`;
  return xml`<a:buClr>${paint(colour)}</a:buClr><a:buSzPts val="${points(size)}"/><a:buFont typeface="+mj-lt"/>${sign}`;
}
