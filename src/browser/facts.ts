/** What a page holds for those who read it aloud, as the browser sees it: what its PDF must say as well. */
export interface PageFacts {
  /** All text that is read, in reading order: a line for each block, single spaces inside it. */
  text: string;
  /** Text that is only for the eye: marked `aria-hidden`. */
  hidden: string;
  /** Whether anything for the eye only counts: pages, slides. */
  counts: boolean;
  /** Text that comes from styles, which is painted but can't be read. */
  generated: string[];
  /** The language of each part that changes it, in reading order. */
  languages: string[];
  /** Text of the margins of pages, from `@page` rules. */
  running: string[];
  headings: { level: number; text: string }[];
  /** The alternative text of each picture that means something. */
  figures: string[];
  /** Links, described in words. */
  links: string[];
  /** How many lists there are that hold anything to read. */
  lists: number;
  /** The caption of each table, how many header cells it has, and the text that stands on each of its pages. */
  tables: { caption: string | null; headers: number; repeated: string }[];
}

/** Runs inside the page: reads what its PDF must hold. */
export function readFacts(): PageFacts {
  const facts: PageFacts = {
    text: '',
    hidden: '',
    counts: false,
    generated: [],
    languages: [],
    running: [],
    headings: [],
    figures: [],
    links: [],
    lists: 0,
    tables: [],
  };
  const fold = (text: string) => text.replace(/[^\S\ufeff]+/g, ' ').trim();
  // What stands before and after what is shown in this way; a block stands in lines of its own.
  const edges: Record<string, string> = {
    inline: '',
    contents: '',
    ruby: '',
    'inline-block': ' ',
    'inline-flex': ' ',
    'inline-grid': ' ',
    'inline-table': ' ',
  };
  // A part of a text is none by itself, wherever a style puts it: the number of an item, a line of a heading.
  const isPart = (element: Element): boolean =>
    element.matches(':is(p, h1, h2, h3, h4, h5, h6) *, :is(li, td, th) :is(span, b, strong, em, a, small)');
  const enter = (element: Element): void => {
    const name = element.localName;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) facts.headings.push({ level: Number(level), text: '' });
    if (name === 'table') {
      const caption = element.querySelector(':scope > caption');
      const headers = [...element.querySelectorAll('th')].filter((cell) => cell.closest('table') === element);
      const repeated = [...element.querySelectorAll(':scope > thead, :scope > tfoot')]
        .map((part) => part.textContent)
        .join('');
      facts.tables.push({
        caption: caption ? fold(caption.textContent ?? '') : null,
        headers: headers.length,
        repeated: fold(repeated),
      });
    }
    const alt = element.getAttribute('alt') ?? (name === 'svg' ? element.getAttribute('aria-label') : '') ?? '';
    if ((name === 'img' || element.getAttribute('role') === 'img') && alt) facts.figures.push(alt);
  };
  const leave = (element: Element, start: number): void => {
    // To cut a part out of a text that grows copies all of it.
    if (!/^(?:h[1-6]|[uo]l|a)$/.test(element.localName)) return;
    const picture = element.querySelector('img[alt]:not([alt=""])')?.getAttribute('alt') ?? '';
    const own = fold(facts.text.slice(start)) || fold(picture);
    const heading = facts.headings.findLast((candidate) => candidate.text === '');
    if (/^h[1-6]$/.test(element.localName) && heading) heading.text = own;
    if (/^[uo]l$/.test(element.localName) && own !== '') facts.lists += 1;
    if (element.localName === 'a' && element.hasAttribute('href')) {
      facts.links.push(element.getAttribute('aria-label') || own || element.getAttribute('href') || '');
    }
  };
  const saysNothing = (content: string) => /^(?:none|normal|""|)$/.test(content);
  // To ask each element is slow: only those of which a rule says something can have it before or after them. What a rule
  // within a rule speaks of can't be told from itself; then all are asked.
  const spokenOf = (rules: Iterable<CSSRule>): string[] =>
    [...rules].flatMap((rule) => {
      const inner = [...((rule as { cssRules?: Iterable<CSSRule> }).cssRules ?? [])];
      if (!(rule instanceof CSSStyleRule)) return spokenOf(inner);
      if (inner.length > 0) return ['*'];
      if (!/:(?:before|after)/.test(rule.selectorText) || saysNothing(rule.style.content)) return [];
      const selector = rule.selectorText.replace(/::?(?:before|after)/g, '');
      return CSS.supports(`selector(${selector})`) ? [selector] : ['*'];
    });
  const selectors = [...document.styleSheets].flatMap((sheet) => spokenOf(sheet.cssRules));
  const mayGenerate = new Set(selectors.length > 0 ? document.querySelectorAll(selectors.join()) : []);
  const generatedBy = (element: Element): string[] =>
    (mayGenerate.has(element) ? ['::before', '::after'] : [])
      .map((place) => getComputedStyle(element, place).content)
      .filter((content) => !saysNothing(content));
  // The strings of a CSS `content`, without its counters.
  const stringsOf = (content: string): string =>
    [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]?.replace(/\\(.)/g, '$1')).join('');
  const hiddenText = (node: Node): string => {
    if (node instanceof Text) return node.data;
    const generated = node instanceof Element ? generatedBy(node) : [];
    if (generated.some((content) => content.includes('counter'))) facts.counts = true;
    return [...generated.map(stringsOf), ...[...node.childNodes].map(hiddenText)].join(' ');
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) facts.text += fold(`|${node.data}|`).slice(1, -1);
    if (!(node instanceof Element) || /^(style|script|template)$/.test(node.localName)) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    if (node.getAttribute('aria-hidden') === 'true') {
      facts.hidden += ` ${hiddenText(node)}`;
      return;
    }
    facts.generated.push(...generatedBy(node));
    const outer = edges[style.display] ?? (isPart(node) ? ' ' : '\n');
    facts.text += outer;
    const start = facts.text.length;
    enter(node);
    const lang = node.getAttribute('lang');
    const isOther = lang && lang !== node.parentElement?.closest('[lang]')?.getAttribute('lang');
    if (isOther && fold(node.textContent ?? '') !== '') facts.languages.push(lang);
    if (node.localName !== 'svg') for (const child of node.childNodes) walk(child);
    if (node.localName === 'br') facts.text += ' ';
    leave(node, start);
    facts.text += outer;
  };
  const margins = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      const inner = (rule as { cssRules?: CSSRuleList }).cssRules;
      const content = (rule as { style?: CSSStyleDeclaration }).style?.getPropertyValue('content') ?? '';
      if (rule.constructor.name === 'CSSMarginRule') {
        facts.running.push(stringsOf(content));
        if (content.includes('counter')) facts.counts = true;
      }
      if (inner) margins(inner as unknown as Iterable<CSSRule>);
    }
  };

  walk(document.body);
  facts.text = facts.text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
    .join('\n');
  facts.hidden = fold(facts.hidden);
  for (const sheet of document.styleSheets) margins(sheet.cssRules as unknown as Iterable<CSSRule>);
  return facts;
}
