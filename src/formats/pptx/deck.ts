import { embedFont, officeFonts } from '../office/fonts.js';
import { OfficePackage } from '../office/package.js';
import { pageTools } from '../office/page-tools.js';
import { addProperties } from '../office/properties.js';
import { emu } from '../office/units.js';
import type { Xml } from '../office/xml.js';
import { attributes, xml } from '../office/xml.js';
import type { DocumentIdentity } from '../pdf/identity.js';
import type { Paint } from './colours.js';
import { painter } from './colours.js';
import type { DeckFacts, PartFacts, PictureFacts, SlideFacts, TextFacts } from './facts.js';
import { roles } from './facts.js';
import { slideSize } from './geometry.js';
import type { Layout } from './layouts.js';
import { has, layoutsOf, partsByKey } from './layouts.js';
import { lookAtDeck } from './look.js';
import { lookAtText } from './look-at-text.js';
import type { SlideNotes } from './notes.js';
import { notesMaster, notesSlide } from './notes.js';
import type { Numbering, Placeholder } from './parts.js';
import { decoration, emptyPlace, fixedText, pictureShape, tableShape, textPlace, textShape, wordsOf } from './parts.js';
import { themeOf } from './theme.js';

/** Runs inside the page, once all fits: what stands where on each slide. Gives `DeckFacts`. */
export const takeDeck = `(${lookAtDeck})(${JSON.stringify(roles)}, ${pageTools}, ${lookAtText})`;

/** The namespaces of every part of a presentation. */
const names = attributes({
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
});

const types = 'application/vnd.openxmlformats-officedocument.presentationml';
const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';
const master = 'ppt/slideMasters/slideMaster1.xml';
const notesMasterPath = 'ppt/notesMasters/notesMaster1.xml';
const presentation = 'ppt/presentation.xml';

/** The first id of a slide, and of a master with its layouts. Source: ECMA-376, 19.7.13 and 19.7.14. */
const firstSlideId = 256;
const firstMasterId = 2_147_483_648;

/**
 * A deck as PowerPoint opens it: text as text in places of its layouts, forms as forms, and what the teacher says in the
 * notes of each slide. The same facts give the same bytes.
 */
export function deckOf(facts: DeckFacts, notes: readonly SlideNotes[], identity: DocumentIdentity): Uint8Array {
  const file = new OfficePackage();
  const paint = painter(facts.palette);
  const layouts = layoutsOf(facts.slides);
  const layoutPaths = new Map(
    [...layouts.keys()].map((id, index) => [id, `ppt/slideLayouts/slideLayout${index + 1}.xml`]),
  );

  file.relate('', 'officeDocument', presentation);
  addProperties(file, identity, xml`<Slides>${facts.slides.length}</Slides><Notes>${facts.slides.length}</Notes>`);
  addThemes(file, facts.palette);
  for (const [id, layout] of layouts) {
    const path = layoutPaths.get(id) as string;
    file.relate(path, 'slideMaster', master);
    file.add(path, layoutXml(id, layout, file, path, paint), `${types}.slideLayout+xml`);
  }
  const layoutIds = [...layoutPaths.values()].map((path, index) => ({
    id: firstMasterId + 1 + index,
    relation: file.relate(master, 'slideLayout', path),
  }));
  file.relate(master, 'theme', 'ppt/theme/theme1.xml');
  file.add(master, masterXml([...layouts.values()], layoutIds, file, paint), `${types}.slideMaster+xml`);
  file.relate(notesMasterPath, 'theme', 'ppt/theme/theme2.xml');
  file.add(notesMasterPath, notesMaster(names), `${types}.notesMaster+xml`);

  const slides = facts.slides.map((slide, index) => {
    const path = `ppt/slides/slide${index + 1}.xml`;
    const notesPath = `ppt/notesSlides/notesSlide${index + 1}.xml`;
    const layout = layouts.get(slide.layout) as Layout;
    file.relate(path, 'slideLayout', layoutPaths.get(slide.layout) as string);
    file.relate(path, 'notesSlide', notesPath);
    file.relate(notesPath, 'notesMaster', notesMasterPath);
    file.relate(notesPath, 'slide', path);
    file.add(path, slideXml(slide, layout, { file, path, paint }), `${types}.slide+xml`);
    const said = notes.find(({ id }) => id === slide.id)?.lines ?? [];
    file.add(notesPath, notesSlide(names, said), `${types}.notesSlide+xml`);
    return path;
  });
  file.add(presentation, presentationXml(file, slides), `${types}.presentation.main+xml`);
  return file.finish(identity.date);
}

function presentationXml(file: OfficePackage, slides: readonly string[]): Xml {
  const masterId = file.relate(presentation, 'slideMaster', master);
  const notesId = file.relate(presentation, 'notesMaster', notesMasterPath);
  const ids = slides.map((path, index) => {
    return xml`<p:sldId id="${firstSlideId + index}" r:id="${file.relate(presentation, 'slide', path)}"/>`;
  });
  file.relate(presentation, 'theme', 'ppt/theme/theme1.xml');
  // PowerPoint keeps them when it saves, as long as the file asks for it.
  const fonts = Object.values(officeFonts).map((font) => {
    const { regular, bold } = embedFont(file, 'ppt', presentation, font);
    return xml`<p:embeddedFont><p:font typeface="${font.name}" panose="${font.panose}" pitchFamily="34" charset="0"/><p:regular r:id="${regular.relation}"/><p:bold r:id="${bold.relation}"/></p:embeddedFont>`;
  });
  return xml`<p:presentation${names} embedTrueTypeFonts="1"><p:sldMasterIdLst><p:sldMasterId id="${firstMasterId}" r:id="${masterId}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${notesId}"/></p:notesMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="${emu(slideSize.width)}" cy="${emu(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/><p:embeddedFontLst>${fonts}</p:embeddedFontLst></p:presentation>`;
}

function addThemes(file: OfficePackage, palette: DeckFacts['palette']): void {
  // The notes have a theme of their own, which must not be that of the slides.
  for (const name of ['theme1', 'theme2']) file.add(`ppt/theme/${name}.xml`, themeOf(palette), themeType);
}

const colourMap = attributes({
  ...{ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', accent1: 'accent1', accent2: 'accent2', accent3: 'accent3' },
  ...{ accent4: 'accent4', accent5: 'accent5', accent6: 'accent6', hlink: 'hlink', folHlink: 'folHlink' },
});

interface LayoutId {
  id: number;
  relation: string;
}

/** The master: the title and the foot of the first layout that has them, and letters for what has none of its own. */
function masterXml(layouts: readonly Layout[], ids: readonly LayoutId[], file: OfficePackage, paint: Paint): Xml {
  const numbering = numberingIn(file, master);
  const usual = layouts.find(({ slide }) => slide.layout !== 'cover') ?? (layouts[0] as Layout);
  const wanted = ['title', 'foot', 'number'].flatMap((key) => {
    const found = [usual, ...layouts].flatMap(({ places }) => places.get(key) ?? []).find(isText);
    return found ? [found] : [];
  });
  const [title, ...feet] = wanted;
  const body = [usual, ...layouts]
    .flatMap(({ places }) => [...places.values()].filter(isText))
    .find(({ holder }) => holder.type === 'body');
  const own = [
    ...(title ? [{ ...title, holder: { ...title.holder, type: 'title' } }] : []),
    ...(body ? [{ ...body, holder: { ...body.holder, index: 1, name: 'Text' } }] : []),
    ...feet,
  ];
  const parts = own.map(({ part, holder }) => textPlace(part, holder, numbering, paint));
  const layoutIds = ids.map(({ id, relation }) => xml`<p:sldLayoutId id="${id}" r:id="${relation}"/>`);
  const style = (font: string) =>
    xml`<a:lvl1pPr algn="l"><a:buNone/><a:defRPr lang="en-GB" sz="2800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="${font}"/></a:defRPr></a:lvl1pPr>`;
  return xml`<p:sldMaster${names}><p:cSld>${ground(usual.slide, paint)}${tree(parts)}</p:cSld><p:clrMap${colourMap}/><p:sldLayoutIdLst>${layoutIds}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${style('+mj-lt')}</p:titleStyle><p:bodyStyle>${style('+mn-lt')}</p:bodyStyle><p:otherStyle>${style('+mn-lt')}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

function isText(place: { holder: Placeholder; part: PartFacts }): place is { holder: Placeholder; part: TextFacts } {
  return 'paragraphs' in place.part;
}

function layoutXml(id: string, layout: Layout, file: OfficePackage, path: string, paint: Paint): Xml {
  const numbering = numberingIn(file, path);
  const forms = layout.shapes.map((shape) => decoration(shape, numbering, paint));
  const belongs = layout.belongs ? fixedText(layout.belongs, numbering, paint) : null;
  const places = [...layout.places.values()].map((place) =>
    isText(place)
      ? textPlace(place.part, place.holder, numbering, paint)
      : emptyPlace(place.part as PictureFacts, place.holder, numbering),
  );
  const type = id === 'cover' ? xml` type="title"` : null;
  return xml`<p:sldLayout${names}${type} preserve="1" userDrawn="1"><p:cSld name="${layout.name}">${ground(layout.slide, paint)}${tree([forms, belongs, places])}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** What the slides of one file share while they are written. */
interface Writing {
  file: OfficePackage;
  path: string;
  paint: Paint;
}

function slideXml(slide: SlideFacts, layout: Layout, { file, path, paint }: Writing): Xml {
  const numbering = numberingIn(file, path);
  const forms = slide.shapes.filter((shape) => !has(layout, shape)).map((shape) => decoration(shape, numbering, paint));
  const title = slide.parts.find(({ part }) => part === 'title') as TextFacts | undefined;
  const parts = partsByKey(slide).map(([key, part]) => {
    const place = layout.places.get(key) as { holder: Placeholder; part: PartFacts };
    if ('data' in part) return pictureShape(part, place.holder, file.addPicture(path, part.data), numbering);
    if ('rows' in part) return tableShape(part, place.holder, title ? wordsOf(title) : '', numbering, paint);
    return textShape(part, place.holder, isText(place) ? place.part : null, numbering, paint);
  });
  return xml`<p:sld${names}><p:cSld>${tree([forms, parts])}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

/** Numbers begin after that of the tree itself. */
function numberingIn(file: OfficePackage, path: string): Numbering {
  let last = 1;
  return {
    next() {
      last += 1;
      return last;
    },
    link: (address) => file.relate(path, 'hyperlink', address, true),
  };
}

function ground({ ground: colour }: SlideFacts, paint: Paint): Xml {
  return xml`<p:bg><p:bgPr><a:solidFill>${paint(colour)}</a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
}

function tree(parts: Parameters<typeof xml>[1]): Xml {
  return xml`<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${parts}</p:spTree>`;
}
