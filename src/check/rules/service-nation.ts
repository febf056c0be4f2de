import { defineRule } from '../rule.js';
import { servicesNamed } from '../services-named.js';
import { authored } from '../walk.js';

const all = ['england', 'wales', 'scotland', 'northern-ireland'] as const;

/** A sentence that names a service of one nation can't be printed in another. */
export const serviceNation = defineRule<{ service: string; nations: readonly string[] }>({
  id: 'service-nation',
  group: 'exactness',
  severity: 'warn',
  about: 'Sentences name only services that can be reached from every nation.',
  message: ({ service, nations }) => `“${service}” can’t be reached from ${nations.join(', ')}.`,
  hint: () =>
    'Name it in a list of services, which adapts to the school, or name one that can be reached from everywhere.',
  *check(library) {
    for (const entry of authored(library)) {
      if (library.profiles.get(entry.value.id) === entry) continue;
      for (const { id, path, words } of servicesNamed(entry)) {
        const service = library.services.get(id)?.value;
        if (!service || !words) continue;
        const nations = all.filter((nation) => !service.nations.includes(nation));
        if (nations.length > 0) yield this.atWords(entry.source, path, words, { service: service.name, nations });
      }
    }
  },
});
