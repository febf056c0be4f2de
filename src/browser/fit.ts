/**
 * Runs inside the page: fits text and pictures to one another before the page is measured.
 *
 * Each part with `data-sizes` gets the first of these sizes at which its text stays inside it, or the last of them. The
 * sizes are names that the styles know as `[data-size=…]`, the largest first: text is set in one of a few designed sizes
 * and never shrunk between them.
 *
 * Each part of a picture with `data-yield` moves along its own x axis, in steps of so many units, until what is dark in it
 * (`data-dark`, or else every shape) is clear of all text, or of that in what the picture's `data-clear` selects. With
 * `data-most` it goes at most so many steps as long as text in its way can be set smaller instead, and only then as far as
 * it must.
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
  const fitted = [...document.querySelectorAll<HTMLElement>('[data-sizes]')].map((part) => ({
    part,
    sizes: (part.dataset.sizes ?? '').split(' '),
    step: 0,
  }));
  const setSize = (one: (typeof fitted)[number], step: number) => {
    one.step = step;
    one.part.dataset.size = one.sizes[step] ?? '';
  };
  // All at once at each step, so that the page is laid out anew only as often as there are sizes.
  for (const one of fitted) setSize(one, 0);
  for (let open = fitted; open.length > 0; ) {
    open = open.filter(({ part, sizes, step }) => step + 1 < sizes.length && runsOver(part));
    for (const one of open) setSize(one, one.step + 1);
  }

  const linesNear = (part: Element) => {
    const parent = part.closest('svg')?.parentElement ?? part;
    const clear = part.closest('[data-clear]')?.getAttribute('data-clear');
    const texts = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT);
    const lines: { text: Node; rect: DOMRect }[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (clear && !text.parentElement?.closest(clear)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      if (text.nodeValue?.trim()) for (const rect of range.getClientRects()) lines.push({ text, rect });
    }
    return lines;
  };
  const most = 60;
  const gap = 8;
  for (const part of document.querySelectorAll('[data-yield]')) {
    const dark = part.querySelectorAll('[data-dark]');
    const shapes = [...(dark.length > 0 ? dark : part.querySelectorAll('path, rect, circle, ellipse, polygon'))];
    // A picture that moves leaves the text where it is.
    let lines = linesNear(part);
    const covering = () => {
      const rects = shapes.map((shape) => shape.getBoundingClientRect());
      return lines.filter(({ rect: line }) =>
        rects.some(
          (rect) =>
            line.left < rect.right + gap &&
            rect.left < line.right + gap &&
            line.top < rect.bottom + gap &&
            rect.top < line.bottom + gap,
        ),
      );
    };
    const by = Number(part.getAttribute('data-yield'));
    const moveUpTo = (steps: number) => {
      part.removeAttribute('transform');
      for (let step = 1; step <= steps && covering().length > 0; step += 1)
        part.setAttribute('transform', `translate(${step * by} 0)`);
    };
    const near = Number(part.getAttribute('data-most') ?? most);
    for (moveUpTo(near); covering().length > 0; moveUpTo(near)) {
      const smaller = fitted.filter(
        (one) => one.step + 1 < one.sizes.length && covering().some(({ text }) => one.part.contains(text)),
      );
      if (smaller.length === 0) {
        moveUpTo(most);
        break;
      }
      for (const one of smaller) setSize(one, one.step + 1);
      lines = linesNear(part);
    }
  }
}
