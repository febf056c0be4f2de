import { plansOf } from '../../library/library.js';
import { defineRule } from '../rule.js';
import { walk } from '../walk.js';

/** A law slide whose sentence is for older bands would stand there empty. */
export const lawBand = defineRule<{ law: string; band: string; bands: string }>({
  id: 'law-band',
  severity: 'error',
  about: 'Every law sentence on a slide is for the readers’ band.',
  message: ({ law, band }) => `The law sentence “${law}” is not for ${band}, but ${band} would see it here.`,
  hint: ({ bands }) => `It is for ${bands}. Choose another, or give the slide “bands: [${bands}]”.`,
  *check(library) {
    for (const entry of plansOf(library)) {
      for (const { value, path, bands } of walk(entry)) {
        const law = path.at(-1) === 'law' && typeof value === 'string' ? library.laws.get(value)?.value : undefined;
        const band = bands.find((candidate) => law && !law.bands.includes(candidate));
        if (law && band) yield this.at(entry.source, path, { law: law.id, band, bands: law.bands.join(', ') });
      }
    }
  },
});
