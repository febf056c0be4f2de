import { defineRule } from '../rule.js';
import { servicesNamed } from '../services-named.js';

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
  value(visited, reference) {
    // A school knows in which nation it is.
    if (visited.part === 'profile') return [];
    return servicesNamed(visited).flatMap(({ id, words }) => {
      const service = reference.services.get(id)?.value;
      if (!service || !words) return [];
      const nations = all.filter((nation) => !service.nations.includes(nation));
      if (nations.length === 0) return [];
      return [this.atWords(visited.entry.source, visited.path, words, { service: service.name, nations })];
    });
  },
});
