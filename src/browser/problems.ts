import type { MeasuredBox, MeasuredText, Measures, Rect } from './measure.js';

/** What is wrong in a page before it is printed. */
export interface PageProblem {
  kind: 'overflow' | 'picture' | 'font';
  /** The path of the field in its file, as `data-at` gives it; empty when unknown. */
  at: string;
  /** How far it runs over, in CSS pixels. */
  over: number;
  /** The height of one line there, in CSS pixels. */
  lineHeight: number;
  direction: 'down' | 'right';
  /** What it is about: the picture, the font; for text, the words of a picture that takes room beside it. */
  what: string;
  /** The kind of document that the box is copied from; empty when it is the document's own. */
  copiedFrom: string;
}

/** A text that runs over, and how far. */
interface Running extends MeasuredText {
  over: number;
  direction: PageProblem['direction'];
}

/** Browsers round; less than this is nothing that anybody sees, in CSS pixels. */
const tolerance = 1;

/** What is wrong in a page: fonts that did not come, pictures that can't be drawn, text that leaves its box. */
export function problemsIn({ fonts, pictures, boxes }: Measures): PageProblem[] {
  const blank = { over: 0, lineHeight: 0, direction: 'down' as const, copiedFrom: '' };
  return [
    ...fonts.map((what): PageProblem => ({ ...blank, kind: 'font', at: '', what })),
    ...pictures.map(({ at, alt }): PageProblem => ({ ...blank, kind: 'picture', at, what: alt })),
    ...boxes.flatMap((box) =>
      causesOf(box).map(
        ({ at, over, lineHeight, direction }): PageProblem => ({
          kind: 'overflow',
          at,
          over,
          lineHeight,
          direction,
          what: box.picture,
          copiedFrom: box.copiedFrom,
        }),
      ),
    ),
  ];
}

/** The texts of a box that an author has to shorten. */
function causesOf(box: MeasuredBox): Running[] {
  const firsts = firstOf(runningIn(box), titleToBlame(box));
  // A column that stands lower only because its neighbour is too long has room enough by itself.
  const [longest] = [...firsts].sort((one, other) => other.over - one.over);
  return firsts.filter((one) => one === longest || !longest || !fitsAlone(one, longest, box));
}

/** The texts that leave a box. */
function runningIn({ frame, zoom, texts }: MeasuredBox): Running[] {
  const running = texts.flatMap((text): Running[] => {
    const below = text.bottom - frame.bottom;
    const wide = Math.max(text.right - frame.right, text.spill - tolerance);
    // Very small letters are rounded more than that.
    const room = zoom < 0.5 ? Math.max(tolerance, (text.lineHeight * zoom) / 2) : tolerance;
    if (below > room) return [{ ...text, over: below / zoom, direction: 'down' }];
    if (wide > room && text.isBlock) return [{ ...text, over: wide / zoom, direction: 'right' }];
    return [];
  });
  // A list runs over when its last item does: it is said of the item.
  return running.filter((one) => !running.some((other) => other.at.startsWith(`${one.at}/`)));
}

/** A title of several lines pushes all else down. */
function titleToBlame({ title, zoom }: MeasuredBox): string | null {
  return title && title.height > title.lineHeight * zoom * 2.4 ? title.at : null;
}

/** Text that runs over pushes out what stands below it: it is said of the first, with the whole amount. */
function firstOf(running: readonly Running[], title: string | null): Running[] {
  const firsts: Running[] = [];
  for (const one of running) {
    const above = firsts.find((first) => first.direction === one.direction && (title || isBelow(first, one)));
    if (above && one.direction === 'down') above.over = Math.max(above.over, one.over);
    else firsts.push(title ? { ...one, at: title } : { ...one });
  }
  return firsts;
}

/** Whether a text would have room in its column if another were shorter. */
function fitsAlone(one: Running, longest: Running, { frame, texts }: MeasuredBox): boolean {
  if (one.direction === 'right') return false;
  const column = texts.filter((text) => isBelow(text, one));
  const heads = column.filter((text) => isBelow(text, longest));
  const beside = column.filter((text) => !isBelow(text, longest));
  const top = Math.max(frame.top, ...heads.map(({ bottom }) => bottom));
  const height = Math.max(...beside.map(({ bottom }) => bottom)) - Math.min(...beside.map((text) => text.top));
  return top + height <= frame.bottom + tolerance;
}

/** Whether two texts share some of their width, so that one stands below the other. */
function isBelow(one: Rect, other: Rect): boolean {
  return one.left < other.right && other.left < one.right;
}
