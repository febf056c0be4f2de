import { defineRule, fixedFor } from '../rule.js';
import { authored, bandsInWords, walk } from '../walk.js';

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
  *check(library) {
    for (const entry of authored(library)) {
      const around = new Map<string, readonly string[]>();
      for (const { value, path, bands } of walk(entry)) {
        around.set(path.join('/'), bands);
        const parent = around.get(path.slice(0, -1).join('/'));
        const own = value !== null && typeof value === 'object' && !Array.isArray(value) && 'bands' in value;
        if (!own || path.length === entry.path.length || !parent) continue;
        if ('sections' in (entry.value as object) && !('bands' in (entry.value as object))) {
          yield this.at(entry.source, [...path, 'bands'], { bands: bandsInWords(bands), around: null });
          continue;
        }
        const outside = bands.filter((band) => !parent.includes(band));
        if (outside.length > 0) {
          yield this.at(entry.source, [...path, 'bands'], {
            bands: bandsInWords(outside),
            around: bandsInWords(parent as typeof bands),
          });
        }
      }
    }
  },
});
