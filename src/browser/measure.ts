/** What the browser sees wrong in a page before it prints it. */
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

/**
 * Runs inside the page: waits for fonts and pictures, then looks whether the text of each fixed box (`data-box`) stays
 * inside it, whether every picture has been decoded and every font has come.
 */
export async function measurePage(): Promise<PageProblem[]> {
  await document.fonts.ready;
  const problems: PageProblem[] = [];
  const tolerance = 1;
  const blank = { over: 0, lineHeight: 0, direction: 'down' as const, copiedFrom: '' };
  const place = (element: Element) => element.closest('[data-at]')?.getAttribute('data-at') ?? '';

  for (const font of document.fonts) {
    if (font.status === 'error')
      problems.push({ ...blank, kind: 'font', at: '', what: `${font.family} ${font.weight}` });
  }
  for (const image of document.images) {
    await image.decode().catch(() => undefined);
    if (image.naturalWidth === 0) problems.push({ ...blank, kind: 'picture', at: place(image), what: image.alt });
  }

  for (const box of document.querySelectorAll('[data-box]')) {
    // Small pictures of slides repeat what is measured in full size elsewhere.
    if (box.closest('[aria-hidden]')) continue;
    const zoom = box.currentCSSZoom ?? 1;
    const frame = box.getBoundingClientRect();
    const own = [...box.querySelectorAll('[data-at]')].filter((element) => element.closest('[data-box]') === box);
    const what = box.querySelector<HTMLImageElement>('figure img')?.alt ?? '';
    const copiedFrom = box.closest('[data-copy]')?.getAttribute('data-copy') ?? '';
    const running = own.flatMap((element): (PageProblem & { left: number; right: number })[] => {
      const rect = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2;
      const below = rect.bottom - frame.bottom;
      const wide = Math.max(rect.right - frame.right, element.scrollWidth - element.clientWidth - tolerance);
      const at = element.getAttribute('data-at') ?? '';
      const common = {
        kind: 'overflow' as const,
        at,
        lineHeight,
        what,
        copiedFrom,
        left: rect.left,
        right: rect.right,
      };
      if (below > tolerance) return [{ ...common, over: below / zoom, direction: 'down' }];
      if (wide > tolerance && element.clientWidth > 0) return [{ ...common, over: wide / zoom, direction: 'right' }];
      return [];
    });
    // A list runs over when its last item does: say it of the item.
    const inner = running.filter((one) => !running.some((other) => other.at.startsWith(`${one.at}/`)));
    // Text that runs over pushes out what stands below it: say it of the first, with the whole amount. A title of
    // several lines pushes all else down: say it of the title.
    const title = box.querySelector('h2[data-at]');
    const titleLine = title ? Number.parseFloat(getComputedStyle(title).lineHeight) * zoom : 0;
    const cause =
      title && title.getBoundingClientRect().height > titleLine * 2.4 ? title.getAttribute('data-at') : null;
    const firsts: typeof inner = [];
    for (const one of inner) {
      const above = firsts.find(
        (first) => first.direction === one.direction && (cause || (first.left < one.right && one.left < first.right)),
      );
      if (above && one.direction === 'down') above.over = Math.max(above.over, one.over);
      else firsts.push(cause ? { ...one, at: cause } : one);
    }
    // A column that stands lower only because its neighbour is too long has room enough by itself.
    const [longest] = [...firsts].sort((one, other) => other.over - one.over);
    const rects = own.map((element) => element.getBoundingClientRect());
    const fits = (one: (typeof firsts)[number]) => {
      if (one === longest || !longest || one.direction === 'right') return false;
      const column = rects.filter((rect) => rect.left < one.right && one.left < rect.right);
      const [heads, beside] = [true, false].map((both) =>
        column.filter((rect) => both === (rect.left < longest.right && longest.left < rect.right)),
      ) as [DOMRect[], DOMRect[]];
      const top = Math.max(frame.top, ...heads.map(({ bottom }) => bottom));
      const height = Math.max(...beside.map(({ bottom }) => bottom)) - Math.min(...beside.map((rect) => rect.top));
      return top + height <= frame.bottom + tolerance;
    };
    problems.push(...firsts.filter((one) => !fits(one)).map(({ left: _left, right: _right, ...problem }) => problem));
  }
  return problems;
}
