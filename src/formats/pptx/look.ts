import type { PageTools } from '../office/page-tools.js';
import type {
  CellFacts,
  DeckFacts,
  PartFacts,
  PictureFacts,
  roles,
  ShapeFacts,
  SlideFacts,
  TableFacts,
} from './facts.js';
import type { lookAtText } from './look-at-text.js';

type Role = (typeof roles)[number];

/**
 * Runs inside the page: what stands where on each slide.
 * @param names the roles of colours
 * @param textOf what looks at a box of text
 */
export async function lookAtDeck(
  names: readonly Role[],
  tools: PageTools,
  textOf: typeof lookAtText,
): Promise<DeckFacts> {
  const slides: SlideFacts[] = [];
  for (const slide of document.querySelectorAll<HTMLElement>('section.slide')) slides.push(await lookAt(slide));
  const palette = Object.fromEntries(names.map((name) => [name, colourOf(name)])) as DeckFacts['palette'];
  return { palette, slides };

  function colourOf(role: Role): string {
    const probe = document.createElement('p');
    probe.style.color = `var(--${role})`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  async function lookAt(slide: HTMLElement): Promise<SlideFacts> {
    const origin = slide.getBoundingClientRect();
    const place = (rect: { x: number; y: number }) => ({ x: rect.x - origin.x, y: rect.y - origin.y });
    const shapes: ShapeFacts[] = [];
    const parts: PartFacts[] = [];
    const visit = async (element: Element): Promise<void> => {
      const style = getComputedStyle(element);
      if (style.display === 'none' || style.visibility === 'hidden') return;
      if (element instanceof SVGSVGElement) shapes.push(...drawing(element));
      else if (element instanceof HTMLImageElement) parts.push(await picture(element));
      else if (element instanceof HTMLTableElement) {
        for (const caption of element.querySelectorAll(':scope > caption')) await visit(caption);
        parts.push(table(element));
      } else {
        if (element !== slide) shapes.push(...edges(element as HTMLElement, style));
        const named = element.getAttribute('data-part');
        if (named !== null || tools.hasWords(element)) {
          const found = textOf(tools, element as HTMLElement, named ?? 'text');
          if (found) parts.push({ ...found, ...place(found) });
          // What is no text in it stands beside it.
          for (const other of element.querySelectorAll('svg, img')) await visit(other);
          for (const block of element.querySelectorAll<HTMLElement>('*'))
            if (!(block instanceof SVGElement)) shapes.push(...edges(block, getComputedStyle(block)));
        } else for (const child of element.children) await visit(child);
      }
    };
    await visit(slide);
    return {
      id: slide.id,
      layout: [...slide.classList].find((name) => name !== 'slide') ?? 'slide',
      ground: getComputedStyle(slide).backgroundColor,
      shapes,
      parts,
    };

    /** The shapes of a drawing, from back to front. */
    function drawing(svg: SVGSVGElement): ShapeFacts[] {
      const found: ShapeFacts[] = [];
      for (const shape of svg.querySelectorAll<SVGGeometryElement>('path, circle, ellipse, rect')) {
        const fill = getComputedStyle(shape).fill;
        if (shape.closest('defs, clipPath') || !fill.startsWith('rgb')) continue;
        const clip = /^url\("?#(.+?)"?\)$/.exec(shape.getAttribute('clip-path') ?? '')?.[1];
        const outline = clip ? document.getElementById(clip)?.querySelector('path')?.getAttribute('d') : null;
        const { a, b, c, d, e, f } = shape.getScreenCTM() as DOMMatrix;
        const matrix = [a, b, c, d, e - origin.x, f - origin.y];
        const still = svg.classList.contains('art');
        found.push({ path: pathOf(shape), matrix, fill, within: outline ?? null, still });
      }
      return found;
    }

    function pathOf(shape: SVGGeometryElement): string {
      const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
      if (shape.localName === 'path') return shape.getAttribute('d') ?? '';
      if (shape.localName === 'rect') {
        return `M${number('x')} ${number('y')}h${number('width')}v${number('height')}h${-number('width')}z`;
      }
      const [rx, ry] = [number('rx') || number('r'), number('ry') || number('r')];
      const [x, y] = [number('cx'), number('cy')];
      return `M${x - rx} ${y}A${rx} ${ry} 0 1 1 ${x + rx} ${y}A${rx} ${ry} 0 1 1 ${x - rx} ${y}z`;
    }

    /** What styles paint round a text: its ground, and lines along its edges that are more than a hair. */
    function edges(element: HTMLElement, style: CSSStyleDeclaration): ShapeFacts[] {
      const rect = element.getBoundingClientRect();
      const { x, y } = place(rect);
      const matrix = [1, 0, 0, 1, x, y];
      const box = (left: number, top: number, right: number, bottom: number) =>
        `M${left} ${top}H${right}V${bottom}H${left}Z`;
      const [w, h] = [rect.width, rect.height];
      const size = (name: string) => Number.parseFloat(style.getPropertyValue(name));
      const found: ShapeFacts[] = [];
      const add = (path: string, fill: string, still: boolean) =>
        found.push({ path, matrix, fill, within: null, still });
      if (!/^rgba\(.*, 0\)$/.test(style.backgroundColor)) {
        const [tl, tr, br, bl] = ['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) =>
          Math.min(size(`border-${corner}-radius`) || 0, w / 2, h / 2),
        ) as [number, number, number, number];
        const curve = (r: number, to: string) => `A${r || 0.01} ${r || 0.01} 0 0 1 ${to}`;
        add(
          `M${tl} 0H${w - tr}${curve(tr, `${w} ${tr}`)}V${h - br}${curve(br, `${w - br} ${h}`)}H${bl}${curve(bl, `0 ${h - bl}`)}V${tl}${curve(tl, `${tl} 0`)}Z`,
          style.backgroundColor,
          true,
        );
      }
      const line = (side: string) =>
        style.getPropertyValue(`border-${side}-style`) === 'none' ? 0 : size(`border-${side}-width`);
      const paint = (side: string) => style.getPropertyValue(`border-${side}-color`);
      // A line between two points of a list would stay behind when somebody adds a third.
      const isBetween = element.localName === 'li' && line('bottom') > 0;
      if (line('top') > 0) add(box(0, 0, w, line('top')), paint('top'), false);
      if (line('left') > 0) add(box(0, 0, line('left'), h), paint('left'), false);
      if (line('bottom') > 0 && !isBetween) add(box(0, h - line('bottom'), w, h), paint('bottom'), false);
      return found;
    }

    async function picture(image: HTMLImageElement): Promise<PictureFacts> {
      const rect = image.getBoundingClientRect();
      const scale = Math.min(rect.width / image.naturalWidth, rect.height / image.naturalHeight);
      const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
      // As finely as a wall needs it.
      const data = await tools.pngOf(image, width, height, 2);
      return { part: 'picture', ...place(rect), width, height, words: image.alt, data };
    }

    function table(element: HTMLTableElement): TableFacts {
      const rows = [...element.rows].map((row) => ({
        height: row.getBoundingClientRect().height,
        cells: [...row.cells].map((cell): CellFacts => {
          const style = getComputedStyle(cell);
          const size = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
          const own = textOf(tools, cell, 'cell', cell.clientWidth - size('padding-left') - size('padding-right'))
            ?.paragraphs[0];
          return {
            paragraph: own ?? { runs: [], align: 'left', lineHeight: 0, before: 0, indent: 0, bullet: null },
            padding: [size('padding-top'), size('padding-right'), size('padding-bottom'), size('padding-left')],
            line: { width: size('border-bottom-width'), colour: style.borderBottomColor },
          };
        }),
      }));
      const first = element.rows[0];
      const body = element.tBodies[0]?.getBoundingClientRect() as DOMRect;
      const head = (element.tHead ?? element).getBoundingClientRect();
      return {
        part: 'table',
        ...place(head),
        width: head.width,
        height: body.bottom - head.top,
        columns: [...(first?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width),
        rows,
      };
    }
  }
}
