import { bands as allBands } from '../../library/library.js';
import { defineRule, fixedFor } from '../rule.js';
import { bandsInWords } from '../walk.js';

/** A band map has a text for each band of the block round it, and for no other: there is no falling back. */
export const bandMapComplete = defineRule<{ field: string; missing: string; extra: string; needed: string }>({
  id: 'band-map-complete',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'Where a text differs by band, it is there for each band of its block and for no other.',
  message: ({ field, missing, extra }) =>
    missing
      ? `“${field}” differs by band, but has nothing for ${missing}.`
      : `“${field}” has a text for ${extra}, which this block is not for.`,
  hint: ({ needed }) => `Write one for ${needed}, and no other.`,
  value({ entry, part, value, path, field, bands, bandMap }) {
    if (!bandMap || part === 'frame' || part === 'list') return [];
    const given = Object.keys(value as object);
    const missing = bands.filter((band) => !given.includes(band));
    const extra = allBands.filter((band) => given.includes(band) && !bands.includes(band));
    if (missing.length === 0 && extra.length === 0) return [];
    const to = missing.length === 0 && extra[0] ? [...path, extra[0]] : path;
    const args = {
      field,
      missing: bandsInWords(missing),
      extra: bandsInWords(extra),
      needed: bandsInWords(bands),
    };
    return [this.at(entry.source, to, args, 'key')];
  },
});
