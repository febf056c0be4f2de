import type { PageTools } from '../office/page-tools.js';
import type { BlockFacts, Look, RunFacts, TableFacts, TextFacts } from './facts.js';

/** Runs inside the page: what a document says, in the order in which it is read, and what each part of it is. */
export async function lookAtDocument(tools: PageTools): Promise<TextFacts> {
  const blocks: BlockFacts[] = [];
  let lists = 0;
  /** The number of a question, which stands in a column of its own: it belongs to what comes next. */
  let number = '';
  for (const child of document.body.children) await visit(child, blocks);
  return { blocks, foot: footOf(), accent: accentOf() };

  async function visit(element: Element, into: BlockFacts[]): Promise<void> {
    const style = getComputedStyle(element);
    const isForEye = element.getAttribute('aria-hidden') === 'true' || style.display === 'none';
    if (isForEye || /^(?:style|script|svg)$/.test(element.localName)) return;
    if (style.breakBefore === 'page' && blocks.length > 0) into.push({ kind: 'break' });
    const before = into.length;
    await read(element, into, style);
    if (style.breakInside.startsWith('avoid')) keepTogether(into.slice(before));
    if (style.breakAfter === 'page' && element.nextElementSibling) into.push({ kind: 'break' });
  }

  /** All of these go on one page, as on paper. */
  function keepTogether(own: readonly BlockFacts[]): void {
    for (const [index, block] of own.entries()) {
      if (block.kind === 'table') block.whole = true;
      if ('stays' in block && index < own.length - 1) block.stays = true;
    }
  }

  async function read(element: Element, into: BlockFacts[], style: CSSStyleDeclaration): Promise<void> {
    const level = /^h([1-6])$/.exec(element.localName)?.[1];
    if (level) into.push({ kind: 'heading', level: Number(level), runs: numbered(runsOf(element)).map(inOneLine) });
    else if (element instanceof HTMLTableElement) await readTable(element, into);
    else if (isBoxes(element)) into.push(await boxes(element as HTMLElement));
    else if (element.matches('.timing, .margin')) readInOne(element, into);
    // Each of its items has a line to put a cross on, and often a number in its words.
    else if (/^[uo]l$/.test(element.localName) && !element.matches('.scales')) await readList(element, into);
    else if (element.matches('p.numeral')) number = (element.textContent ?? '').trim();
    else if (element instanceof HTMLImageElement) into.push(await picture(element));
    else if (element.localName === 'p' || tools.hasWords(element)) readParagraph(element, into, style);
    else for (const child of element.children) await visit(child, into);
  }

  function readParagraph(element: Element, into: BlockFacts[], style: CSSStyleDeclaration): void {
    const runs = runsOf(element);
    const isLine = /^\s*$/.test(element.textContent ?? '');
    if (isLine && Number.parseFloat(style.borderBottomWidth) > 0) into.push({ kind: 'line', stays: false });
    if (isLine || runs.length === 0) return;
    const look = lookOf(element);
    into.push({ kind: 'paragraph', look, runs: numbered(runs), stays: /^(?:small|label|place|caption)$/.test(look) });
  }

  function lookOf(element: Element): Look {
    const named: readonly [string, Look][] = [
      ['.say', 'say'],
      ['.do', 'do'],
      ['.hint, .hardest, .materials', 'hint'],
      ['.intro', 'intro'],
      ['.card-grid .tab', 'card-number'],
      ['.card-grid.plain .text', 'card-line'],
      ['.card-grid .text', 'card-text'],
      ['.card-grid .prompt', 'card-prompt'],
      ['.place', 'place'],
      ['.label, .caption, .card-head *', 'label'],
      ['.from-to, .margin *, .fine *', 'small'],
    ];
    return named.find(([selector]) => element.matches(selector))?.[1] ?? 'text';
  }

  /** What is read next bears the number that was read before it. */
  function numbered(runs: RunFacts[]): RunFacts[] {
    const own = number;
    number = '';
    const [first] = runs;
    return own === '' || !first ? runs : [{ ...first, text: `${own} `, bold: true }, ...runs];
  }

  /** A row of short items, as one line of text. */
  function readInOne(element: Element, into: BlockFacts[]): void {
    const items = [...element.children].map((item) => runsOf(item));
    const runs = items.flatMap((own, index) =>
      index === 0 ? own : own.map((run, at) => ({ ...run, text: at === 0 ? `\u2003${run.text}` : run.text })),
    );
    into.push({ kind: 'paragraph', look: 'small', runs, stays: true });
  }

  /** Headlines are parted into lines for a cover; here they go on. */
  function inOneLine(run: RunFacts): RunFacts {
    return { ...run, text: run.text.replaceAll('\n', ' ') };
  }

  async function readList(element: Element, into: BlockFacts[]): Promise<void> {
    lists += 1;
    const list = lists;
    for (const item of element.children) {
      const runs = runsOf(item);
      const counts = element.localName === 'ol' && item.querySelector('.numeral') !== null;
      if (runs.length > 0) into.push({ kind: 'item', list, counts, runs, stays: false });
      for (const image of item.querySelectorAll('img')) into.push(await picture(image));
    }
  }

  async function readTable(table: HTMLTableElement, into: BlockFacts[]): Promise<void> {
    const caption = table.caption;
    const heading = caption?.querySelector('h1, h2, h3, h4');
    if (heading) await visit(heading, into);
    else if (caption) into.push({ kind: 'paragraph', look: 'caption', runs: runsOf(caption), stays: true });
    const rows: TableFacts['rows'] = [];
    for (const row of table.rows) {
      const cells: BlockFacts[][] = [];
      for (const cell of row.cells) cells.push(await blocksIn(cell));
      const isToFill = cells.some((cell) => cell.length === 0);
      rows.push({ height: isToFill ? row.getBoundingClientRect().height : 0, cells });
    }
    const columns = [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
    const isFramed = table.matches('.fill');
    const head = table.tHead?.rows.length ?? 0;
    into.push({ kind: 'table', columns, head, boxes: isFramed, rows, whole: false, stays: false });
  }

  /** Whether an element is boxes beside one another, to write in or to cut out. */
  function isBoxes(element: Element): boolean {
    if (element.matches('.draw')) return true;
    const [first] = element.children;
    if (element.localName !== 'ul' || !first) return false;
    const { borderTopWidth, borderLeftWidth } = getComputedStyle(first);
    const isFramed = Number.parseFloat(borderTopWidth) > 0 && Number.parseFloat(borderLeftWidth) > 0;
    return (isFramed && first.getBoundingClientRect().height > 60) || element.matches('.card-grid');
  }

  async function boxes(element: HTMLElement): Promise<TableFacts> {
    // A form to write in and around has one box for each here; one without words is a box as it is.
    const isDrawn = element.matches('.draw');
    const inside = [...element.children].filter((item) => item.localName !== 'svg');
    const items = isDrawn && (inside.length === 0 || tools.hasWords(element)) ? [element] : inside;
    const top = items[0]?.getBoundingClientRect().top ?? 0;
    const across = isDrawn
      ? items.length
      : items.filter((item) => Math.abs(item.getBoundingClientRect().top - top) < 2).length;
    const rows: TableFacts['rows'] = [];
    for (let at = 0; at < items.length; at += across) {
      const row = items.slice(at, at + across);
      const cells: BlockFacts[][] = [];
      for (const item of row) cells.push(await blocksIn(item));
      while (cells.length < across) cells.push([]);
      const high = isDrawn ? [element] : row;
      rows.push({ height: Math.max(...high.map((item) => item.getBoundingClientRect().height)), cells });
    }
    const columns = isDrawn
      ? items.map(() => 1)
      : items.slice(0, across).map((item) => item.getBoundingClientRect().width);
    return { kind: 'table', columns, head: 0, boxes: true, rows, whole: false, stays: false };
  }

  async function blocksIn(element: Element): Promise<BlockFacts[]> {
    const into: BlockFacts[] = [];
    if (tools.hasWords(element)) {
      const runs = runsOf(element);
      if (runs.length > 0) into.push({ kind: 'paragraph', look: 'text', runs, stays: false });
    } else if (element.querySelector(':scope > .tick-box')) {
      into.push({ kind: 'paragraph', look: 'text', runs: runsOf(element), stays: false });
    } else for (const child of element.children) await visit(child, into);
    return into;
  }

  async function picture(image: HTMLImageElement): Promise<BlockFacts> {
    const { width, height } = image.getBoundingClientRect();
    const scale = Math.min(width / image.naturalWidth, height / image.naturalHeight) || 1;
    const [wide, high] = [image.naturalWidth * scale, image.naturalHeight * scale];
    // As finely as paper needs it.
    const data = await tools.pngOf(image, wide, high, 3);
    return { kind: 'picture', width: wide, height: high, words: image.alt, data, stays: false };
  }

  /** The text of an element as runs: what is in two blocks of it stands on two lines. */
  function runsOf(element: Element): RunFacts[] {
    const runs: RunFacts[] = [];
    const add = (text: string, from: Element) => {
      const weight = Number(getComputedStyle(from).fontWeight);
      // What is said aloud is half bold all through, which would weigh too much as bold.
      const isBold = weight >= (element.closest('.say, .openers') ? 700 : 600);
      const run: RunFacts = {
        text,
        bold: isBold && !/^h[1-6]$/.test(element.localName),
        language: from.closest('[lang]')?.getAttribute('lang') ?? 'en-GB',
        link: from.closest('a')?.getAttribute('href') ?? null,
      };
      const last = runs.at(-1);
      const isSame = last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' });
      if (isSame) last.text += text;
      else runs.push(run);
    };
    const walk = (node: Node): void => {
      if (node instanceof globalThis.Text) add(node.data.replace(/[ \t\n]+/g, ' '), node.parentElement as Element);
      if (!(node instanceof HTMLElement) || node.getAttribute('aria-hidden') === 'true') return;
      if (node !== element && node.matches('li .numeral')) return;
      const sign = signOf(node, element);
      if (sign !== null) {
        add(sign, node);
        return;
      }
      const parting = node === element ? '' : partingOf(node);
      if (runs.some(({ text }) => text.trim() !== '')) add(parting, element);
      for (const child of node.childNodes) walk(child);
      if (parting === ' ') add(parting, element);
    };
    walk(element);
    return tidy(runs);
  }

  /** What stands for something to write on, or to tick, in the text of an element; null for anything else. */
  function signOf(node: HTMLElement, element: Element): string | null {
    if (node.matches('.write-on') && node !== element) return ' \t';
    return node.matches('.tick-box') ? '\u2610' : null;
  }

  /** What parts a text in an element from the text before it: a line of its own, or room. */
  function partingOf(element: HTMLElement): string {
    if (/^(?:inline|contents)/.test(getComputedStyle(element).display)) return '';
    if (element.matches('.helpers p, .minutes')) return '\u2003';
    return element.localName === 'span' && !element.matches('.label *') ? ' ' : '\n';
  }

  /** Runs with single spaces, and none at the ends of lines. */
  function tidy(runs: RunFacts[]): RunFacts[] {
    let before = '\n';
    const single = runs.map((run) => {
      const text = Array.from(run.text, (letter) => {
        const isDouble = letter === ' ' && /[ \n]/.test(before);
        if (!isDouble) before = letter;
        return isDouble ? '' : letter;
      }).join('');
      return { ...run, text: text.replace(/ +\n/g, '\n') };
    });
    const end = single.findLastIndex(({ text }) => text.trim() !== '' || text.includes('\t'));
    return single
      .slice(0, end + 1)
      .map((run, index) => (index === end ? { ...run, text: run.text.replace(/[ \n]+$/, '') } : run))
      .filter(({ text }) => text !== '');
  }

  function footOf(): TextFacts['foot'] {
    const foot: TextFacts['foot'] = { texts: [], counts: false };
    const search = (rules: Iterable<CSSRule>): void => {
      for (const rule of rules) {
        const content = (rule as { style?: CSSStyleDeclaration }).style?.getPropertyValue('content') ?? '';
        if (rule.constructor.name === 'CSSMarginRule') {
          const text = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '').join('');
          const plain = text
            .replace(/\\([0-9a-f]{1,6}) ?/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
            .replace(/\\(.)/g, '$1')
            .trim();
          if (plain !== '' && !foot.texts.includes(plain)) foot.texts.push(plain);
          if (content.includes('counter')) foot.counts = true;
        }
        search((rule as { cssRules?: Iterable<CSSRule> }).cssRules ?? []);
      }
    };
    for (const sheet of document.styleSheets) search(sheet.cssRules);
    return foot;
  }

  function accentOf(): string {
    const [red = 0, green = 0, blue = 0] = (colourOf('var(--accent)').match(/\d+/g) ?? []).map(Number);
    return [red, green, blue]
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  }

  function colourOf(value: string): string {
    const probe = document.createElement('p');
    probe.style.color = value;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }
}
