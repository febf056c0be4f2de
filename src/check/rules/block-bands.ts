import { defineRule, fixedFor } from '../rule.js';
import { bandsInWords } from '../walk.js';

/** A block can only be for bands of the block round it; otherwise nobody would ever see it. */
export const blockBands = defineRule<{ bands: string; around: string | null }>({
  id: 'block-bands',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'A block is for bands that the plan round it is for.',
  message: ({ bands, around }) =>
    around === null
      ? `This is for ${bands}, but the guide is for adults.`
      : `This is for ${bands} as well, but what it stands in is for ${around} only.`,
  hint: ({ around }) =>
    around === null
      ? 'Leave “bands” out, or say in “bands” of the guide for which pupils it is.'
      : `Choose from ${around}, or leave “bands” out.`,
  value({ entry, part, value, path, bands, around }) {
    const own = value !== null && typeof value === 'object' && !Array.isArray(value) && 'bands' in value;
    if (!own || path.length === entry.path.length) return [];
    const to = [...path, 'bands'];
    if (part === 'guide' && !('bands' in (entry.value as object)))
      return [this.at(entry.source, to, { bands: bandsInWords(bands), around: null })];
    const outside = bands.filter((band) => !around.includes(band));
    if (outside.length === 0) return [];
    return [this.at(entry.source, to, { bands: bandsInWords(outside), around: bandsInWords(around) })];
  },
});
