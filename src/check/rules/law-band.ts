import type { Entry } from '../../library/library.js';
import { plansOf } from '../../library/library.js';
import { marksIn } from '../../select/marks.js';
import { isForPupils } from '../prose.js';
import { defineRule, fixedFor } from '../rule.js';
import type { Visited } from '../walk.js';
import { bandsInWords, walk } from '../walk.js';

/** A sentence of the law must not reach readers whom it is not for: on a law slide of a younger band it would be empty. */
export const lawBand = defineRule<{ law: string; band: string; bands: string }>({
  id: 'law-band',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'Every sentence of the law is for those who read it: for their band, and for pupils.',
  message: ({ law, band }) => `The law sentence “${law}” is not for ${band}, but ${band} would see it here.`,
  hint: ({ bands }) => `It is for ${bands}. Choose another, or show this only to them.`,
  *check(library) {
    const guides = [...library.guides.values()].filter(({ value }) => value.bands);
    for (const entry of [...plansOf(library), ...library.campaigns.values(), ...guides]) {
      for (const { id, path, bands } of laws(entry)) {
        const law = library.laws.get(id)?.value;
        if (!law) continue;
        const band = bands.find((candidate) => !law.bands.includes(candidate));
        if (band) yield this.at(entry.source, path, { law: id, band, bands: bandsInWords(law.bands) });
        else if (law.audience && !law.audience.includes('pupils') && isForPupils(entry.value, path)) {
          yield this.at(entry.source, path, { law: id, band: 'pupils', bands: 'adults' });
        }
      }
    }
  },
});

/** Every mention of a sentence of the law: on law slides and in marks. */
function* laws(entry: Entry<unknown>): Generator<Pick<Visited, 'path' | 'bands'> & { id: string }> {
  for (const { value, path, bands } of walk(entry)) {
    if (typeof value !== 'string') continue;
    if (path.at(-1) === 'law') yield { id: value, path, bands };
    for (const { name, parts } of marksIn(value)) {
      if (name.toLowerCase() === 'law' && parts[0]) yield { id: parts[0], path, bands };
    }
  }
}
