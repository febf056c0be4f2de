import { fontOrigin, readFont } from '../../html/fonts.js';

/** What only the making of a document needs: where its texts stand in the file, and what was to fit into what. */
const making = [
  'data-at',
  'data-box',
  'data-part',
  'data-sizes',
  'data-copy',
  'data-yield',
  'data-most',
  'data-dark',
  'data-clear',
];

/** Runs inside the page, once all fits: the page as HTML, without what only the making of it needs. */
export const takeHtml = `(() => {
  const names = ${JSON.stringify(making)};
  for (const element of document.querySelectorAll(names.map((name) => '[' + name + ']').join()))
    for (const name of names) element.removeAttribute(name);
  return '<!doctype html>\\n' + document.documentElement.outerHTML + '\\n';
})()`;

/** Makes a page for screens one file that needs nothing else: its fonts come with it. */
export function finishHtml(html: string): Buffer {
  const address = new RegExp(`url\\(${fontOrigin.replaceAll('.', '\\.')}/([a-z0-9-]+\\.woff2)\\)`, 'g');
  const whole = html.replace(address, (own, name: string) => {
    const font = readFont(name);
    // Then it is somebody’s words.
    return font ? `url(data:font/woff2;base64,${font.toString('base64')})` : own;
  });
  return Buffer.from(whole.replace(`font-src ${fontOrigin}`, 'font-src data:'));
}
