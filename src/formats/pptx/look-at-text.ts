import type { PageTools } from '../office/page-tools.js';
import type { LetterFacts, ParagraphFacts, TextFacts } from './facts.js';

/**
 * Runs inside the page: a box with the paragraphs of an element, in pixels of the page; nothing where it has no words.
 * @param part what it is on its slide
 * @param given its width, where something else decides it
 */
export function lookAtText(
  tools: PageTools,
  element: HTMLElement,
  part: string,
  given: number | null = null,
): TextFacts | null {
  // A computer without the fonts takes others, which may be so much wider.
  const spare = 1.18;
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
  const x = align === 'right' ? rect.right - width : align === 'center' ? rect.x + rect.width / 2 - width / 2 : left;
  const link = element.querySelector<HTMLAnchorElement>('a[href]');
  return {
    part,
    x,
    y: top,
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

  /** Whether a text is nothing but white space; one that does not break is something to write on. */
  function isSpace(text: string): boolean {
    return /^[ \t\n]*$/.test(text);
  }

  /** The paragraphs of an element: an item of a list, a heading, a line of its own. */
  function paragraphsIn(element: Element): Element[] {
    if (element.matches('h1, h2, h3, li:not(:has(p)), td, th') || tools.hasWords(element)) return [element];
    return [...element.children].flatMap(paragraphsIn);
  }
}
