/**
 * Runs inside the page: fits text and pictures to one another before the page is measured.
 *
 * Each part with `data-sizes` gets the first of these sizes at which its text stays inside it, or the last of them. The
 * sizes are names that the styles know as `[data-size=…]`, the largest first: text is set in one of a few designed sizes
 * and never shrunk between them.
 *
 * Each part of a picture with `data-yield` moves along its own x axis, in steps of so many units, until what is dark in it
 * (`data-dark`, or else every shape) is clear of all text.
 */
export async function fitPage(): Promise<void> {
  await document.fonts.ready;
  const tolerance = 1;

  const runsOver = (part: HTMLElement) =>
    part.scrollHeight > part.clientHeight + tolerance ||
    // What stands out of a part may be meant to, unless it is cut off there.
    (getComputedStyle(part).overflowX === 'hidden' && part.scrollWidth > part.clientWidth + tolerance) ||
    [...part.querySelectorAll('[data-at]')].some(
      (text) => text.clientWidth > 0 && text.scrollWidth > text.clientWidth + tolerance,
    );
  let open = [...document.querySelectorAll<HTMLElement>('[data-sizes]')].map((part) => ({
    part,
    sizes: (part.dataset.sizes ?? '').split(' '),
  }));
  for (let step = 0; open.length > 0; step += 1) {
    for (const { part, sizes } of open) part.dataset.size = sizes[step] ?? '';
    open = open.filter(({ part, sizes }) => step + 1 < sizes.length && runsOver(part));
  }

  const linesNear = (part: Element) => {
    const texts = document.createTreeWalker(part.closest('svg')?.parentElement ?? part, NodeFilter.SHOW_TEXT);
    const lines: DOMRect[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      if (text.nodeValue?.trim()) lines.push(...range.getClientRects());
    }
    return lines;
  };
  const most = 60;
  const gap = 8;
  for (const part of document.querySelectorAll('[data-yield]')) {
    const dark = part.querySelectorAll('[data-dark]');
    const shapes = [...(dark.length > 0 ? dark : part.querySelectorAll('path, rect, circle, ellipse, polygon'))];
    const lines = linesNear(part);
    const isCovered = () =>
      shapes
        .map((shape) => shape.getBoundingClientRect())
        .some((rect) =>
          lines.some(
            (line) =>
              line.left < rect.right + gap &&
              rect.left < line.right + gap &&
              line.top < rect.bottom + gap &&
              rect.top < line.bottom + gap,
          ),
        );
    const by = Number(part.getAttribute('data-yield'));
    for (let step = 1; step <= most && isCovered(); step += 1)
      part.setAttribute('transform', `translate(${step * by} 0)`);
  }
}
