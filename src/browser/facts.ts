/** What a page holds for those who read it aloud, as the browser sees it: what its PDF must say as well. */
export interface PageFacts {
  /** All text that is read, in reading order, with single spaces. */
  text: string;
  /** Text that is only for the eye: marked `aria-hidden`. */
  hidden: string;
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
  /** The caption of each table, and the texts of its header cells. */
  tables: { caption: string | null; headers: string[] }[];
}

/** Runs inside the page: reads what its PDF must hold. */
export function readFacts(): PageFacts {
  const facts: PageFacts = {
    text: '',
    hidden: '',
    generated: [],
    languages: [],
    running: [],
    headings: [],
    figures: [],
    links: [],
    lists: 0,
    tables: [],
  };
  const fold = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
  const shown = (text: string, how: string) => {
    if (how === 'uppercase') return text.toUpperCase();
    return how === 'lowercase' ? text.toLowerCase() : text;
  };
  const enter = (element: Element): void => {
    const name = element.localName;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) facts.headings.push({ level: Number(level), text: '' });
    if (name === 'table') {
      const caption = element.querySelector('caption');
      const headers = [...element.querySelectorAll('th')].map((cell) => fold(cell.textContent ?? ''));
      facts.tables.push({ caption: caption ? fold(caption.textContent ?? '') : null, headers });
    }
    const alt = element.getAttribute('alt') ?? (name === 'svg' ? element.getAttribute('aria-label') : '') ?? '';
    if ((name === 'img' || element.getAttribute('role') === 'img') && alt) facts.figures.push(alt);
  };
  const leave = (element: Element, start: number): void => {
    const own = fold(facts.text.slice(start));
    const heading = facts.headings.findLast((candidate) => candidate.text === '');
    if (/^h[1-6]$/.test(element.localName) && heading) heading.text = own;
    const says = own !== '' || element.querySelector('img[alt]:not([alt=""])') !== null;
    if (/^[uo]l$/.test(element.localName) && says) facts.lists += 1;
    if (element.localName === 'a' && element.hasAttribute('href')) {
      const picture = element.querySelector('img')?.getAttribute('alt');
      facts.links.push(element.getAttribute('aria-label') || own || picture || element.getAttribute('href') || '');
    }
  };
  const hiddenText = (node: Node): string => {
    if (node instanceof Text) {
      const parent = node.parentElement;
      return shown(node.data, parent ? getComputedStyle(parent).textTransform : 'none');
    }
    return [...node.childNodes].map(hiddenText).join(' ');
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const parent = node.parentElement;
      facts.text += shown(node.data, parent ? getComputedStyle(parent).textTransform : 'none');
    }
    if (!(node instanceof Element) || /^(style|script|template)$/.test(node.localName)) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    if (node.getAttribute('aria-hidden') === 'true') {
      facts.hidden += ` ${hiddenText(node)}`;
      return;
    }
    for (const place of ['::before', '::after']) {
      const { content } = getComputedStyle(node, place);
      if (!/^(?:none|normal|""|)$/.test(content)) facts.generated.push(content);
    }
    const outer = /^(?:inline|contents)/.test(style.display) ? '' : ' ';
    facts.text += outer;
    const start = facts.text.length;
    enter(node);
    const lang = node.getAttribute('lang');
    const outerLang = node.parentElement?.closest('[lang]')?.getAttribute('lang');
    if (lang && lang !== outerLang && fold(node.textContent ?? '') !== '') facts.languages.push(lang);
    if (node.localName !== 'svg') for (const child of node.childNodes) walk(child);
    if (node.localName === 'br') facts.text += ' ';
    leave(node, start);
    facts.text += outer;
  };
  const margins = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      const inner = (rule as { cssRules?: CSSRuleList }).cssRules;
      const content = (rule as { style?: CSSStyleDeclaration }).style?.getPropertyValue('content') ?? '';
      if (rule.constructor.name === 'CSSMarginRule') facts.running.push(content);
      if (inner) margins(inner as unknown as Iterable<CSSRule>);
    }
  };

  walk(document.body);
  facts.text = fold(facts.text);
  facts.hidden = fold(facts.hidden);
  for (const sheet of document.styleSheets) margins(sheet.cssRules as unknown as Iterable<CSSRule>);
  return facts;
}
