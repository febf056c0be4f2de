import { defineRule, fixedFor } from '../rule.js';
import { servicesNamed } from '../services-named.js';

/** Who is sent to a service that is gone finds a dead line. */
export const serviceRetired = defineRule<{ service: string; since: string; instead: string | null }>({
  id: 'service-retired',
  group: 'exactness',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'No service is named that has closed or changed its name.',
  message: ({ service, since }) => `“${service}” is not there any more, since ${since}.`,
  hint: ({ instead }) => (instead ? `Name “${instead}” instead.` : 'Name another service.'),
  value(visited, reference) {
    return servicesNamed(visited).flatMap(({ id, words }) => {
      const { source } = visited.entry;
      const service = reference.services.get(id)?.value;
      if (!service?.retired) return [];
      const args = {
        service: service.name,
        since: service.retired.since,
        instead: service.retired.instead ?? null,
      };
      return [words ? this.atWords(source, visited.path, words, args) : this.at(source, visited.path, args)];
    });
  },
});
