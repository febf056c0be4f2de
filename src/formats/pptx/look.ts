import type {
  CellFacts,
  DeckFacts,
  LetterFacts,
  ParagraphFacts,
  PartFacts,
  PictureFacts,
  roles,
  ShapeFacts,
  SlideFacts,
  TableFacts,
  TextFacts,
} from './facts.js';

type Role = (typeof roles)[number];

/**
 * Runs inside the page: what stands where on each slide.
 * @param names the roles of colours
 */
export async function lookAtDeck(names: readonly Role[]): Promise<DeckFacts> {
  // A computer without the fonts takes others, which may be so much wider.
  const spare = 1.18;
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
    const place = (rect: DOMRect) => ({ x: rect.x - origin.x, y: rect.y - origin.y });
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
        if (named !== null || isParagraph(element)) {
          const found = text(element as HTMLElement, named ?? 'text');
          if (found) parts.push(found);
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
      let data = image.src;
      if (!/^data:image\/(?:png|jpeg);/.test(data)) {
        // A drawing is shown as finely as a wall needs it.
        const canvas = new OffscreenCanvas(Math.round(width * 2), Math.round(height * 2));
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
        data = `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
      }
      return { part: 'picture', ...place(rect), width, height, words: image.alt, data };
    }

    function table(element: HTMLTableElement): TableFacts {
      const rows = [...element.rows].map((row) => ({
        height: row.getBoundingClientRect().height,
        cells: [...row.cells].map((cell): CellFacts => {
          const style = getComputedStyle(cell);
          const size = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
          const own = text(cell, 'cell', cell.clientWidth - size('padding-left') - size('padding-right'))
            ?.paragraphs[0];
          return {
            header: cell.localName === 'th',
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

    /**
     * A box with the paragraphs of an element; nothing where it has no words.
     * @param given its width, where something else decides it
     */
    function text(element: HTMLElement, part: string, given: number | null = null): TextFacts | null {
      const found = paragraphsIn(element).flatMap(measured);
      const [first] = found;
      if (!first) return null;
      const left = Math.min(...found.map((one) => one.left - (one.bullet?.hang ?? 0)));
      const top = first.top;
      const bottom = Math.max(...found.map((one) => one.bottom));
      const rect = element.getBoundingClientRect();
      const { align } = first;
      // The widest line, and the width at which a word more would stand on one: between them, lines stay as they are.
      const least = Math.max(...found.map((one) => one.left - left + one.least));
      const most = Math.min(...found.map((one) => one.left - left + one.most));
      const room = align === 'left' ? rect.right - left : rect.width;
      const width = given ?? widthBetween(least, most, room);
      const x =
        align === 'right' ? rect.right - width : align === 'center' ? rect.x + rect.width / 2 - width / 2 : left;
      const link = element.querySelector<HTMLAnchorElement>('a[href]');
      return {
        part,
        x: x - origin.x,
        y: top - origin.y,
        width,
        height: Math.max(bottom + first.lineHeight / 8, rect.bottom) - top,
        paragraphs: found.map((one, index) => ({
          runs: tidy(heldTogether(one, width - one.left + left)),
          align: one.align,
          lineHeight: one.lineHeight,
          before: index === 0 ? 0 : one.top - (found[index - 1]?.bottom ?? one.top),
          indent: align === 'left' ? one.left - left : 0,
          bullet: one.bullet,
        })),
        link: link ? { address: link.href, words: link.getAttribute('aria-label') ?? link.textContent ?? '' } : null,
      };
    }

    function widthBetween(least: number, most: number, room: number): number {
      if (most === Number.POSITIVE_INFINITY) return Math.max(room, least * spare);
      return Math.max(least * 1.02, Math.min(least * spare, Math.max((least + most) / 2, most * 0.94)));
    }

    /** A word where it stands, and which one it is of its run. */
    interface Word {
      width: number;
      run: number;
      index: number;
    }

    interface Line {
      left: number;
      right: number;
      middle: number;
      words: Word[];
    }

    interface Measured extends Omit<ParagraphFacts, 'before' | 'indent'> {
      lines: Line[];
      space: number;
      /** Whether somebody has parted its lines. */
      forced: boolean;
      left: number;
      top: number;
      bottom: number;
      least: number;
      most: number;
    }

    interface Piece {
      node: globalThis.Text;
      parent: Element;
      block: Element;
    }

    /**
     * The paragraphs that an element is, with the places of their lines: one, whose lines somebody may have parted, or one
     * for each of its blocks where they are in different sizes; none where it has no words.
     */
    function measured(element: Element): Measured[] {
      const pieces: Piece[] = [];
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const parent = node.parentElement as Element;
        if (!parent.closest('li .numeral')) {
          pieces.push({ node: node as globalThis.Text, parent, block: blockOf(parent, element) });
        }
      }
      const spoken = pieces.filter(({ node }) => !isSpace(node.data));
      const sizeOf = (block: Element) => getComputedStyle(block).fontSize;
      const blocks = [...new Set(spoken.map(({ block }) => block))];
      if (blocks.every((block) => sizeOf(block) === sizeOf(blocks[0] as Element))) {
        return spoken.length > 0 ? [paragraph(element, pieces)] : [];
      }
      return blocks.map((block) =>
        paragraph(
          element,
          pieces.filter((piece) => piece.block === block),
        ),
      );
    }

    function paragraph(element: Element, pieces: readonly Piece[]): Measured {
      const runs: ParagraphFacts['runs'] = [];
      const lines: Line[] = [];
      let start: DOMRect | null = null;
      let block: Element | null = null;
      for (const piece of pieces) {
        const { data } = piece.node;
        const last = runs.at(-1);
        if (!isSpace(data)) {
          if (block && piece.block !== block && last) last.text = `${last.text.trimEnd()}\n`;
          block = piece.block;
        }
        const stays = getComputedStyle(piece.parent).whiteSpace === 'nowrap';
        runs.push({ text: data.replace(/[ \t\n]+/g, stays ? '\u00A0' : ' '), letters: lettersOf(piece.parent) });
        for (const [index, match] of [...data.matchAll(/[^ \t\n]+/g)].entries()) {
          const range = document.createRange();
          range.setStart(piece.node, match.index);
          range.setEnd(piece.node, match.index + match[0].length);
          for (const rect of [...range.getClientRects()].filter(({ width }) => width > 0)) {
            start ??= rect;
            addWord(lines, rect, { width: rect.width, run: runs.length - 1, index });
          }
        }
      }
      const style = getComputedStyle((block as Element | null) ?? element);
      const size = Number.parseFloat(style.fontSize);
      const lineHeight = Number.parseFloat(style.lineHeight) || size * 1.2;
      const space = size * 0.26;
      const forced = runs.some(({ text: own }) => own.includes('\n'));
      // Lines that somebody has parted stay parted at any width.
      const broken = forced ? [] : lines.slice(0, -1);
      const next = (index: number) => lines[index + 1]?.words[0]?.width ?? 0;
      return {
        ...{ runs, lines, space, forced, lineHeight },
        align: alignOf(style.textAlign),
        bullet: bulletOf(element, start as unknown as DOMRect),
        left: Math.min(...lines.map((line) => line.left)),
        top: (lines[0]?.middle ?? 0) - lineHeight / 2,
        bottom: (lines.at(-1)?.middle ?? 0) + lineHeight / 2,
        least: Math.max(...lines.map((line) => line.right - line.left)),
        most: Math.min(...broken.map((line, index) => line.right - line.left + space + next(index))),
      };
    }

    function addWord(lines: Line[], rect: DOMRect, word: Word): void {
      const middle = rect.y + rect.height / 2;
      const line = lines.at(-1);
      if (line && Math.abs(line.middle - middle) < rect.height * 0.6) {
        line.right = Math.max(line.right, rect.right);
        line.words.push(word);
      } else lines.push({ left: rect.left, right: rect.right, middle, words: [word] });
    }

    /**
     * The runs of a paragraph, with spaces that do not break where a line would else take up words of the next one: the
     * browser leaves no word alone on the last line, and other programs would.
     */
    function heldTogether({ runs, lines, space, forced }: Measured, width: number): ParagraphFacts['runs'] {
      const held = new Map<number, Set<number>>();
      for (const [at, line] of forced ? [] : lines.entries()) {
        const [first, ...others] = lines[at + 1]?.words ?? [];
        let taken = line.right - line.left + space + (first?.width ?? 0);
        let last = first;
        // Letters of another weight, or of another program, may be that much narrower.
        for (const word of others) {
          if (!last || taken > width * 1.04 || word.run !== last.run) break;
          held.set(last.run, (held.get(last.run) ?? new Set()).add(last.index));
          taken += space + word.width;
          last = word;
        }
      }
      return runs.map(({ text: own, letters }, run) => {
        let index = -1;
        const text = own.replace(/([^ ]+) /g, (all, word: string) => {
          index += 1;
          return held.get(run)?.has(index) ? `${word}\u00A0` : all;
        });
        return { text, letters };
      });
    }

    function alignOf(align: string): ParagraphFacts['align'] {
      return align === 'center' || align === 'right' ? align : 'left';
    }

    /** Runs without white space at the ends, those in the same letters in one. */
    function tidy(runs: { text: string; letters: LetterFacts }[]): ParagraphFacts['runs'] {
      const joined: ParagraphFacts['runs'] = [];
      for (const run of runs) {
        const last = joined.at(-1);
        const text = /[ \n]$/.test(last?.text ?? ' ') ? run.text.replace(/^ /, '') : run.text;
        if (last && JSON.stringify(last.letters) === JSON.stringify(run.letters)) last.text += text;
        else if (text !== '') joined.push({ text, letters: run.letters });
      }
      const end = joined.at(-1);
      if (end) end.text = end.text.trimEnd();
      return joined.filter(({ text }) => text !== '');
    }

    /** The block that a text stands in, inside of a paragraph. */
    function blockOf(from: Element, paragraph: Element): Element {
      let element = from;
      while (element !== paragraph && getComputedStyle(element).display.startsWith('inline')) {
        element = element.parentElement as Element;
      }
      return element;
    }

    function lettersOf(element: Element): LetterFacts {
      const style = getComputedStyle(element);
      return {
        display: style.fontFamily.includes('Familjen'),
        size: Number.parseFloat(style.fontSize),
        bold: Number(style.fontWeight) >= 600,
        italic: style.fontStyle === 'italic',
        spacing: Number.parseFloat(style.letterSpacing) || 0,
        colour: style.color,
        language: element.closest('[lang]')?.getAttribute('lang') ?? 'en-GB',
      };
    }

    function bulletOf(element: Element, first: DOMRect): ParagraphFacts['bullet'] {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const numeral = element.querySelector('.numeral');
      if (element.localName === 'li' && numeral) {
        const style = getComputedStyle(numeral);
        return {
          kind: /\d/.test(numeral.textContent ?? '') ? 'number' : 'letter',
          hang: first.left - numeral.getBoundingClientRect().left,
          size: Number.parseFloat(style.fontSize),
          colour: style.color,
        };
      }
      const before = getComputedStyle(element, '::before');
      if (element.localName !== 'li' || before.content === 'none' || before.content === 'normal') return null;
      const hang = first.left - element.getBoundingClientRect().left;
      return { kind: 'dash', hang, size: size * 1.3, colour: before.backgroundColor };
    }
  }

  /** Whether a text is nothing but white space; one that does not break is something to write on. */
  function isSpace(text: string): boolean {
    return /^[ \t\n]*$/.test(text);
  }

  /** Whether an element has words of its own, outside of the blocks in it. */
  function isParagraph(element: Element): boolean {
    return [...element.childNodes].some(
      (node) =>
        (node instanceof globalThis.Text && !isSpace(node.data)) ||
        (node instanceof HTMLElement &&
          getComputedStyle(node).display.startsWith('inline') &&
          !isSpace(node.textContent ?? '')),
    );
  }

  /** The paragraphs of an element: an item of a list, a heading, a line of its own. */
  function paragraphsIn(element: Element): Element[] {
    if (element.matches('h1, h2, h3, li:not(:has(p)), td, th') || isParagraph(element)) return [element];
    return [...element.children].flatMap(paragraphsIn);
  }
}
