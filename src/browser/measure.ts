/** A rectangle of a page, in CSS pixels from its top left corner. */
export interface Rect {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A text with a place in its file, inside a box. */
export interface MeasuredText extends Rect {
  /** The path of the field in its file, as `data-at` gives it; empty when unknown. */
  at: string;
  /** The height of one line, in CSS pixels. */
  lineHeight: number;
  /** How much wider its words are than it is itself, in CSS pixels; 0 where it takes no room of its own. */
  spill: number;
  /** Whether it takes room of its own. */
  isBlock: boolean;
}

/** A box whose text must stay inside it (`data-box`). */
export interface MeasuredBox {
  frame: Rect;
  /** How much it is drawn larger or smaller than its own pixels. */
  zoom: number;
  texts: MeasuredText[];
  /** Its title, where it has one with a place in the file: the height, and the height of one line. */
  title: { at: string; height: number; lineHeight: number } | null;
  /** The words of a picture that takes room beside the text; empty where there is none. */
  picture: string;
  /** The kind of document that the box is copied from; empty when it is the document's own. */
  copiedFrom: string;
}

/** What there is to know about a page before it is printed. */
export interface Measures {
  /** Fonts that did not come, by name and weight. */
  fonts: string[];
  /** Pictures that could not be drawn: the place in the file, and what they show. */
  pictures: { at: string; alt: string }[];
  boxes: MeasuredBox[];
}

/** Runs inside the page: waits for fonts and pictures, then measures each box and the texts in it. */
export async function measurePage(): Promise<Measures> {
  await document.fonts.ready;
  const undrawn: HTMLImageElement[] = [];
  for (const image of document.images) {
    await image.decode().catch(() => undefined);
    if (image.naturalWidth === 0) undrawn.push(image);
  }

  const rectOf = (element: Element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { top, bottom, left, right };
  };
  const textOf = (element: Element) => {
    const style = getComputedStyle(element);
    return {
      ...rectOf(element),
      at: element.getAttribute('data-at') ?? '',
      lineHeight: Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2,
      spill: element.scrollWidth - element.clientWidth,
      isBlock: element.clientWidth > 0,
    };
  };
  const titleOf = (box: Element) => {
    const title = box.querySelector('h2[data-at]');
    if (!title) return null;
    const { at, top, bottom, lineHeight } = textOf(title);
    return { at, height: bottom - top, lineHeight };
  };
  // The other cards of a sheet are like the first; small slides are copies from another document, which may not be made.
  const isRepeated = (box: Element) => box.closest('[aria-hidden]') && !box.closest('[data-copy]');
  const boxOf = (box: Element) => ({
    frame: rectOf(box),
    zoom: box.currentCSSZoom ?? 1,
    texts: [...box.querySelectorAll('[data-at]')].filter((text) => text.closest('[data-box]') === box).map(textOf),
    title: titleOf(box),
    picture: box.querySelector<HTMLImageElement>('figure img')?.alt ?? '',
    copiedFrom: box.closest('[data-copy]')?.getAttribute('data-copy') ?? '',
  });

  return {
    fonts: [...document.fonts]
      .filter(({ status }) => status === 'error')
      .map((font) => `${font.family} ${font.weight}`),
    pictures: undrawn.map((image) => ({
      at: image.closest('[data-at]')?.getAttribute('data-at') ?? '',
      alt: image.alt,
    })),
    boxes: [...document.querySelectorAll('[data-box]')].filter((box) => !isRepeated(box)).map(boxOf),
  };
}
