import { emu } from '../office/units.js';
import type { Xml } from '../office/xml.js';
import { attributes, xml } from '../office/xml.js';
import type { Paint } from './colours.js';
import type { ParagraphFacts, PictureFacts, ShapeFacts, TableFacts, TextFacts } from './facts.js';
import { frameOf, outlineOf } from './geometry.js';
import { listStyle, paragraphs } from './text.js';

/** A place in a layout that slides fill: its kind and its number there. */
export interface Placeholder {
  /** Of `ST_PlaceholderType`; source: ECMA-376, 19.7.10. */
  type: string;
  index: number | null;
  /** What people read in the selection pane, and before anybody has filled it. */
  name: string;
}

/** Numbers the parts of one slide, and remembers where their links lead. */
export interface Numbering {
  next(): number;
  /** The id of a relationship to an address outside of the file. */
  link(address: string): string;
}

const noBox = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 } as const;

/** A shape for the eye only; nothing where none of it is on the slide. */
export function decoration(shape: ShapeFacts, numbering: Numbering, paint: Paint): Xml | null {
  const outline = outlineOf(shape);
  if (!outline) return null;
  const mark = xml`<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`;
  const id = numbering.next();
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Form ${id}">${mark}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${outline.frame}${outline.geometry}<a:solidFill>${paint(shape.fill)}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

/** A text in its place: on a slide with what differs from the layout, in a layout with what all slides inherit. */
export function textShape(
  text: TextFacts,
  holder: Placeholder,
  base: TextFacts | null,
  numbering: Numbering,
  paint: Paint,
): Xml {
  const moved = base === null || frameOf(base).text !== frameOf(text).text;
  const frame = moved ? xml`${frameOf(text)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : null;
  const body =
    holder.type === 'sldNum' ? numberField(text) : paragraphs(text.paragraphs, base?.paragraphs[0] ?? null, paint);
  return shape(holder, frame, xml`<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>`, body, text.link, numbering);
}

/** The place of a text in a layout, with what stands there until somebody fills it. */
export function textPlace(text: TextFacts, holder: Placeholder, numbering: Numbering, paint: Paint): Xml {
  const frame = xml`${frameOf(text)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  const [first] = text.paragraphs as [ParagraphFacts];
  const properties = xml`<a:bodyPr${attributes({ ...noBox, wrap: 'square', anchor: 't' })}><a:normAutofit/></a:bodyPr>${listStyle(first, paint)}`;
  const prompt =
    holder.type === 'sldNum'
      ? numberField(text)
      : xml`<a:p><a:r><a:rPr lang="en-GB"/><a:t>${holder.type === 'ftr' ? wordsOf(text) : holder.name}</a:t></a:r></a:p>`;
  return shape(holder, frame, properties, prompt, null, numbering);
}

/** Words that stand on every slide of a layout, where nobody changes them by chance. */
export function fixedText(text: TextFacts, numbering: Numbering, paint: Paint): Xml {
  const id = numbering.next();
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Belongs to"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${frameOf(text)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr${attributes({ ...noBox, wrap: 'square' })}><a:noAutofit/></a:bodyPr>${listStyle(text.paragraphs[0] as ParagraphFacts, paint)}${paragraphs(text.paragraphs, text.paragraphs[0] ?? null, paint)}</p:txBody></p:sp>`;
}

function shape(
  holder: Placeholder,
  frame: Xml | null,
  properties: Xml,
  body: Xml | readonly Xml[],
  link: TextFacts['link'],
  numbering: Numbering,
): Xml {
  const id = numbering.next();
  // On the words themselves a link would take the colour of links, which is none for a dark ground.
  const click = link ? xml`<a:hlinkClick r:id="${numbering.link(link.address)}" tooltip="${link.words}"/>` : null;
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${holder.name} ${id}">${click}</p:cNvPr><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder(holder)}</p:nvPr></p:nvSpPr><p:spPr>${frame}</p:spPr><p:txBody>${properties}${body}</p:txBody></p:sp>`;
}

function placeholder({ type, index }: Placeholder): Xml {
  const quarter = ['body', 'ftr', 'sldNum'].includes(type) ? 'quarter' : null;
  return xml`<p:ph${attributes({ type, sz: quarter, idx: index })}/>`;
}

/** The number of its slide, which counts by itself, and what stands before it. */
function numberField({ paragraphs: [own] }: TextFacts): Xml {
  const before = /^(.*?)(\d+)\sof\s\d+$/.exec(own?.runs.map(({ text }) => text).join('') ?? '');
  const said = before?.[1] ? xml`<a:r><a:rPr lang="en-GB"/><a:t>${before[1]}</a:t></a:r>` : null;
  return xml`<a:p>${said}<a:fld id="{5B1C7A3E-2D4F-4E6A-9B8C-0D1E2F3A4B5C}" type="slidenum"><a:rPr lang="en-GB"/><a:t>${before?.[2] ?? '‹#›'}</a:t></a:fld><a:endParaRPr lang="en-GB"/></a:p>`;
}

/** The words of a text, its paragraphs parted by spaces. */
export function wordsOf({ paragraphs: own }: TextFacts): string {
  return own.map(({ runs }) => runs.map(({ text }) => text.replaceAll('\n', ' ')).join('')).join(' ');
}

/** A picture in its place. */
export function pictureShape(picture: PictureFacts, holder: Placeholder, image: string, numbering: Numbering): Xml {
  const id = numbering.next();
  return xml`<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${holder.name} ${id}" descr="${picture.words}"/><p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>${placeholder(holder)}</p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="${image}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frameOf(picture)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** The place of a picture or a table in a layout. */
export function emptyPlace(part: PictureFacts | TableFacts, holder: Placeholder, numbering: Numbering): Xml {
  const frame = xml`${frameOf(part)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  const prompt = xml`<a:p><a:r><a:rPr lang="en-GB"/><a:t>${holder.name}</a:t></a:r></a:p>`;
  return shape(holder, frame, xml`<a:bodyPr/><a:lstStyle/>`, prompt, null, numbering);
}

/** A table in its place, with its head as such. */
export function tableShape(
  table: TableFacts,
  holder: Placeholder,
  words: string,
  numbering: Numbering,
  paint: Paint,
): Xml {
  const id = numbering.next();
  const columns = table.columns.map((width) => xml`<a:gridCol w="${emu(width)}"/>`);
  const rows = table.rows.map(({ height, cells }) => {
    const own = cells.map(({ paragraph, padding: [top, right, bottom, left], line }) => {
      const none = ['lnL', 'lnR', 'lnT'].map((name) => xml`<a:${name} w="0"><a:noFill/></a:${name}>`);
      const under = xml`<a:lnB w="${emu(line.width)}"><a:solidFill>${paint(line.colour)}</a:solidFill></a:lnB>`;
      const margins = attributes({ marL: emu(left), marR: emu(right), marT: emu(top), marB: emu(bottom) });
      return xml`<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs([paragraph], null, paint)}</a:txBody><a:tcPr${margins}>${none}${under}<a:noFill/></a:tcPr></a:tc>`;
    });
    return xml`<a:tr h="${emu(height)}">${own}</a:tr>`;
  });
  return xml`<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${holder.name} ${id}" descr="${words}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>${placeholder(holder)}</p:nvPr></p:nvGraphicFramePr><p:xfrm><a:off x="${emu(table.x)}" y="${emu(table.y)}"/><a:ext cx="${emu(table.width)}" cy="${emu(table.height)}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${columns}</a:tblGrid>${rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}
