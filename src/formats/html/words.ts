/** Entities that a browser writes, and those of Handlebars. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
};

/** What a page for screens says, without its styles and its script; words of two blocks are never one. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:strong|em|span|a|wbr)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+|#x\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
