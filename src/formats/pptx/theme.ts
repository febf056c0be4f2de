import { officeFonts } from '../office/fonts.js';
import type { Xml } from '../office/xml.js';
import { xml } from '../office/xml.js';
import { hexOf } from './colours.js';
import type { DeckFacts } from './facts.js';

/** The theme: colours by their roles, fonts, and the plainest of lines and fills. */
export function themeOf(palette: DeckFacts['palette']): Xml {
  const colour = (name: string, role: keyof DeckFacts['palette']) =>
    xml`<a:${name}><a:srgbClr val="${hexOf(palette[role])}"/></a:${name}>`;
  const colours = [
    colour('dk1', 'ink'),
    colour('lt1', 'paper'),
    colour('dk2', 'deep'),
    colour('lt2', 'light'),
    colour('accent1', 'vivid'),
    colour('accent2', 'ground'),
    colour('accent3', 'accent'),
    colour('accent4', 'wash'),
    colour('accent5', 'deep'),
    colour('accent6', 'ink'),
    colour('hlink', 'accent'),
    colour('folHlink', 'accent'),
  ];
  const font = ({ name, panose }: { name: string; panose: string }) =>
    xml`<a:latin typeface="${name}" panose="${panose}" pitchFamily="34" charset="0"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = xml`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`;
  const line = xml`<a:ln w="9525">${fill}</a:ln>`;
  const effect = xml`<a:effectStyle><a:effectLst/></a:effectStyle>`;
  return xml`<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="pshe-packs"><a:themeElements><a:clrScheme name="pshe-packs">${colours}</a:clrScheme><a:fontScheme name="pshe-packs"><a:majorFont>${font(officeFonts.display)}</a:majorFont><a:minorFont>${font(officeFonts.text)}</a:minorFont></a:fontScheme><a:fmtScheme name="pshe-packs"><a:fillStyleLst>${[fill, fill, fill]}</a:fillStyleLst><a:lnStyleLst>${[line, line, line]}</a:lnStyleLst><a:effectStyleLst>${[effect, effect, effect]}</a:effectStyleLst><a:bgFillStyleLst>${[fill, fill, fill]}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
