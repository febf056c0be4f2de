import type { Mend } from '../open.js';
import type { Kid, StructureElement } from '../structure.js';
import { elementOf, inlineTypes, isElement } from '../structure.js';

/** Wrappers that say nothing: what Chromium makes of `div`, `main`, `section` without a name, and of each text. */
const meaningless = new Set(['NonStruct', 'Div']);

/** What may only hold blocks. */
const grouping = new Set(['Document', 'Part', 'Art', 'Sect', 'Aside', 'BlockQuote']);

const inline = new Set([...inlineTypes, 'Figure', 'Formula', 'Lbl']);

/**
 * Takes out wrappers that say nothing, so that every version of Chromium gives the same tree. Text that stood in none
 * but such wrappers becomes a paragraph.
 */
export const dissolveWrappers: Mend = ({ roots }) => {
  for (const root of roots) root.kids = dissolveIn(root);
};

function dissolveIn(parent: StructureElement): Kid[] {
  const inGroup = grouping.has(parent.type);
  const kids = parent.kids.flatMap((kid): Kid[] => {
    if (!isElement(kid)) return [kid];
    if (!meaningless.has(kid.type)) {
      kid.kids = dissolveIn(kid);
      return [kid];
    }
    if (kid.entries.has('Lang') || kid.entries.has('Alt')) return [meaningful(kid)];
    const own = dissolveIn({ ...kid, type: 'NonStruct' });
    const holdsTexts = kid.kids.some(isElement) && own.length > 0 && own.every(isInline);
    return inGroup && holdsTexts ? [elementOf('P', own)] : own;
  });
  return inGroup ? wrapStray(kids) : kids;
}

/** A wrapper that does say something, such as a language: a part of a text, or a part of the document. */
function meaningful(wrapper: StructureElement): StructureElement {
  const kids = dissolveIn({ ...wrapper, type: 'NonStruct' });
  if (kids.every(isInline)) return { ...wrapper, type: 'Span', kids };
  return { ...wrapper, type: 'Sect', kids: wrapStray(kids) };
}

function isInline(kid: Kid): boolean {
  return !isElement(kid) || inline.has(kid.type);
}

/** Content that would stand between blocks becomes a paragraph; a figure may stand there by itself. */
export function wrapStray(kids: readonly Kid[]): Kid[] {
  const out: Kid[] = [];
  let stray: Kid[] = [];
  const flush = () => {
    if (stray.every(isFigure)) out.push(...stray);
    else out.push(elementOf('P', stray));
    stray = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) stray.push(kid);
    else {
      flush();
      out.push(kid);
    }
  }
  flush();
  return out;
}

function isFigure(kid: Kid): boolean {
  return isElement(kid) && kid.type === 'Figure';
}
