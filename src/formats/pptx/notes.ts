import type { Xml } from '../office/xml.js';
import { xml } from '../office/xml.js';

/** What a teacher says and does while a slide is shown; each line with a word or two that lead it, such as `Say`. */
export interface SlideNotes {
  id: string;
  lines: { lead: string | null; text: string }[];
}

/** Places on a page of notes in English metric units: its slide above, the words below. */
const image = { x: 685800, y: 685800, cx: 5486400, cy: 3086100 };
const words = { x: 685800, y: 4000500, cx: 5486400, cy: 4457700 };

/** The page that all notes are printed on. */
export function notesMaster(names: Xml): Xml {
  const style = xml`<a:lvl1pPr><a:spcBef><a:spcPts val="600"/></a:spcBef><a:defRPr lang="en-GB" sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`;
  const map = xml`<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`;
  return xml`<p:notesMaster${names}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${pageOf([], true)}</p:cSld>${map}<p:notesStyle>${style}</p:notesStyle></p:notesMaster>`;
}

/** The notes of one slide. */
export function notesSlide(names: Xml, lines: SlideNotes['lines']): Xml {
  return xml`<p:notes${names}><p:cSld>${pageOf(lines, false)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

function pageOf(lines: SlideNotes['lines'], isMaster: boolean): Xml {
  const place = ({ x, y, cx, cy }: typeof words) =>
    isMaster
      ? xml`<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
      : xml`<p:spPr/>`;
  const own = lines.map(({ lead, text }) => {
    const first = lead === null ? null : xml`<a:r><a:rPr lang="en-GB" b="1"/><a:t>${lead} </a:t></a:r>`;
    return xml`<a:p>${first}<a:r><a:rPr lang="en-GB"/><a:t>${text}</a:t></a:r></a:p>`;
  });
  const empty = xml`<a:p><a:endParaRPr lang="en-GB"/></a:p>`;
  return xml`<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>${place(image)}</p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>${place(words)}<p:txBody><a:bodyPr/><a:lstStyle/>${own.length > 0 ? own : empty}</p:txBody></p:sp></p:spTree>`;
}
