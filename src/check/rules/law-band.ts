import { isForPupils } from '../prose.js';
import { defineRule, fixedFor } from '../rule.js';
import type { Visited } from '../walk.js';
import { bandsInWords, isInBands } from '../walk.js';

/** A sentence of the law must not reach readers whom it is not for: on a law slide of a younger band it would be empty. */
export const lawBand = defineRule<{ law: string; band: string; bands: string }>({
  id: 'law-band',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'Every sentence of the law is for those who read it: for their band, and for pupils.',
  message: ({ law, band }) => `The law sentence “${law}” is not for ${band}, but ${band} would see it here.`,
  hint: ({ bands }) => `It is for ${bands}. Choose another, or show this only to them.`,
  value(visited, reference) {
    return (isInBands(visited) ? lawsNamed(visited) : []).flatMap((id) => {
      const { entry, path, bands } = visited;
      const law = reference.laws.get(id)?.value;
      if (!law) return [];
      const band = bands.find((candidate) => !law.bands.includes(candidate));
      if (band) return [this.at(entry.source, path, { law: id, band, bands: bandsInWords(law.bands) })];
      const forAdults = law.audience && !law.audience.includes('pupils');
      return forAdults && isForPupils(entry.value, path)
        ? [this.at(entry.source, path, { law: id, band: 'pupils', bands: 'adults' })]
        : [];
    });
  },
});

/** The sentences of the law that a value names: by id on a law slide, or by marks in a text. */
function lawsNamed({ value, path, marks }: Visited): string[] {
  if (typeof value === 'string' && path.at(-1) === 'law') return [value];
  return marks.flatMap(({ name, parts: [id] }) => (name.toLowerCase() === 'law' && id ? [id] : []));
}
