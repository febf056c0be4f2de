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
  /** What it is about: the picture, the font. */
  what: string;
}

/**
 * Runs inside the page: waits for fonts and pictures, then looks whether the text of each fixed box (`data-box`) stays
 * inside it, whether every picture has been decoded and every font has come.
 */
export async function measurePage(): Promise<PageProblem[]> {
  await document.fonts.ready;
  const problems: PageProblem[] = [];
  const tolerance = 1;
  const blank = { over: 0, lineHeight: 0, direction: 'down' as const };
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
    // Small copies of slides repeat what is measured in full size elsewhere.
    if (box.closest('[aria-hidden], [data-copy]')) continue;
    const frame = box.getBoundingClientRect();
    const own = [...box.querySelectorAll('[data-at]')].filter((element) => element.closest('[data-box]') === box);
    const running = own.flatMap((element): PageProblem[] => {
      const rect = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2;
      const below = rect.bottom - frame.bottom;
      const wide = Math.max(rect.right - frame.right, element.scrollWidth - element.clientWidth - tolerance);
      const at = element.getAttribute('data-at') ?? '';
      const common = { kind: 'overflow' as const, at, lineHeight, what: '' };
      if (below > tolerance) return [{ ...common, over: below, direction: 'down' }];
      if (wide > tolerance && element.clientWidth > 0) return [{ ...common, over: wide, direction: 'right' }];
      return [];
    });
    // A list runs over when its last item does: say it of the item. A title of several lines pushes all else down: say
    // it of the title.
    const inner = running.filter((one) => !running.some((other) => other.at.startsWith(`${one.at}/`)));
    const title = box.querySelector('h2[data-at]');
    const titleLine = title ? Number.parseFloat(getComputedStyle(title).lineHeight) : 0;
    const cause =
      title && title.getBoundingClientRect().height > titleLine * 2.4 ? title.getAttribute('data-at') : null;
    const first = inner[0];
    if (first && cause) problems.push({ ...first, at: cause, over: Math.max(...inner.map(({ over }) => over)) });
    else problems.push(...inner);
  }
  return problems;
}
