import { definePhraseRule } from '../phrase-rule.js';
import type { Prose } from '../prose.js';

/** A sentence of the law that is typed by hand has no proof, and nobody finds it when the law changes. */
export const lawTyped = definePhraseRule({
  id: 'law-typed',
  group: 'exactness',
  severity: 'warn',
  about: 'What the law says comes from the list of law sentences.',
  message: ({ words }) => `“${words}” speaks of the law in words of its own.`,
  hint: () =>
    'Put a sentence of the list in its place, such as $law.threats (see “pshe list laws”), or a slide “layout: law”.',
  looksAt: (text) =>
    !text.text.includes('$law.') &&
    !text.text.includes('$Law.') &&
    !isLawItself(text) &&
    !isOnLawSlide(text) &&
    !isOption(text),
});

/** The list of law sentences is where such words belong. */
function isLawItself({ path }: Prose): boolean {
  return path[0] === 'laws';
}

/** A slide that shows a sentence of the list has its words round it. */
function isOnLawSlide({ entry, path }: Prose): boolean {
  const slide = path.slice(0, path.indexOf('slides') + 2);
  const value = slide.reduce((node: unknown, step) => (node as Record<string | number, unknown>)?.[step], entry.value);
  return path.includes('slides') && (value as { layout?: string } | undefined)?.layout === 'law';
}

/** What pupils choose from or say, and titles, which claim nothing. */
function isOption({ path }: Prose): boolean {
  return (
    path.includes('title') ||
    path.includes('options') ||
    path.includes('columns') ||
    path.includes('expect') ||
    path.includes('listen-for')
  );
}
