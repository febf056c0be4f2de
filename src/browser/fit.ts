/**
 * Runs inside the page: gives each part with `data-sizes` the first of these sizes at which its text stays inside it, or
 * the last of them. The sizes are names that the styles know as `[data-size=…]`, the largest first: text is set in one of
 * a few designed sizes and never shrunk between them.
 */
export async function fitPage(): Promise<void> {
  await document.fonts.ready;
  const parts = [...document.querySelectorAll<HTMLElement>('[data-sizes]')].map((part) => ({
    part,
    sizes: (part.dataset.sizes ?? '').split(' '),
  }));
  const tolerance = 1;
  const runsOver = (part: HTMLElement) =>
    part.scrollHeight > part.clientHeight + tolerance ||
    [...part.querySelectorAll('[data-at]')].some(
      (text) => text.clientWidth > 0 && text.scrollWidth > text.clientWidth + tolerance,
    );
  let open = parts;
  for (let step = 0; open.length > 0; step += 1) {
    for (const { part, sizes } of open) part.dataset.size = sizes[step] ?? '';
    open = open.filter(({ part, sizes }) => step + 1 < sizes.length && runsOver(part));
  }
}
