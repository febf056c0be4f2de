import { defineRule } from '../rule.js';

const problems = {
  begins: 'tell that it is a picture, which listeners hear anyway',
  file: 'are the name of a file',
  title: 'only repeat the title',
  short: 'are too short to say what it shows',
  long: 'are too long to listen to',
} as const;

/** Who can't see a picture has nothing but these words. */
export const altText = defineRule<{ alt: string; problem: keyof typeof problems; least: number; most: number }>({
  id: 'alt-text',
  group: 'form',
  severity: 'warn',
  about: 'The words for a picture say what it shows.',
  message: ({ alt, problem }) =>
    `The words for this picture ${problems[problem]}: “${alt.length > 60 ? `${alt.slice(0, 57)}…` : alt}”.`,
  hint: ({ least, most }) => `Say what matters in it, in one or two sentences: ${least} to ${most} letters.`,
  value({ entry, value, path }, reference) {
    const limits = reference.limits?.value['letters-of-alt'];
    if (!limits || value === null || typeof value !== 'object' || !('alt' in value)) return [];
    const { alt, title } = value as { alt: unknown; title?: unknown };
    return [...textsOf(alt, [...path, 'alt'])].flatMap(([text, at]) => {
      const problem = problemOf(text, title ?? titleAbove(entry.value, path), limits, path.includes('logos'));
      return problem ? [this.at(entry.source, at, { alt: text, problem, ...limits })] : [];
    });
  },
});

function* textsOf(alt: unknown, path: readonly (string | number)[]): Generator<[string, readonly (string | number)[]]> {
  if (typeof alt === 'string') yield [alt, path];
  else if (alt !== null && typeof alt === 'object')
    for (const [band, text] of Object.entries(alt)) if (typeof text === 'string') yield [text, [...path, band]];
}

/** The title of the slide that a picture stands on. */
function titleAbove(value: unknown, path: readonly (string | number)[]): unknown {
  if (path.at(-1) !== 'picture') return undefined;
  const slide = path
    .slice(0, -1)
    .reduce((node: unknown, step) => (node as Record<string | number, unknown>)?.[step], value);
  return (slide as { title?: unknown } | undefined)?.title;
}

function problemOf(
  alt: string,
  title: unknown,
  { least, most }: { least: number; most: number },
  isLogo: boolean,
): keyof typeof problems | null {
  if (
    /^(?:an? |the )?(?:picture|image|photo|photograph|drawing|illustration|graphic|icon)(?: of\b| showing\b|$)/i.test(
      alt.trim(),
    )
  )
    return 'begins';
  if (/\.(?:svg|png|jpe?g|gif|webp)$/i.test(alt.trim())) return 'file';
  if (typeof title === 'string' && alt.trim().toLowerCase() === title.trim().toLowerCase()) return 'title';
  // A logo is named by whom it stands for, however short that is.
  if (alt.trim().length < least && !isLogo) return 'short';
  return alt.trim().length > most ? 'long' : null;
}
