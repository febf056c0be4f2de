import Handlebars from 'handlebars';

const emphasis = /(^|[\s(“‘–])_([^_\s](?:[^_]*[^_\s])?)_(?=$|[\s.,;:!?)”’–])/g;

/** A text as HTML: escaped, with `_emphasis_` as strong text. */
export function inlineHtml(text: string): string {
  return Handlebars.escapeExpression(text).replace(emphasis, '$1<strong>$2</strong>');
}

/** A text without its marks of emphasis, for places that hold plain text. */
export function plainText(text: string): string {
  return text.replace(emphasis, '$1$2');
}
