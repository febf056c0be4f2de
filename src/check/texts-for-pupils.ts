/** Fields of slides and worksheet blocks that pupils do not read, or that hold no words of their own. */
const unseen = new Set([
  'id',
  'layout',
  'at',
  'notes',
  'answer',
  'why',
  'box',
  'picture',
  'icon',
  'law',
  'service',
  'services',
  'words',
]);

/** The texts that pupils read of a slide or a worksheet block, each with where it stood. */
export function textsForPupils(value: unknown, at: string): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unseen.has(key) ? [] : textsForPupils(inner, `${at}/${key}`),
  );
}
