import type { Entry } from '../../library/library.js';
import { defineRule, fixedFor } from '../rule.js';
import { servicesNamed } from '../services-named.js';
import { authored } from '../walk.js';

/** Who is sent to a service that is gone finds a dead line. */
export const serviceRetired = defineRule<{ service: string; since: string; instead: string | null }>({
  id: 'service-retired',
  group: 'exactness',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'No service is named that has closed or changed its name.',
  message: ({ service, since }) => `“${service}” is not there any more, since ${since}.`,
  hint: ({ instead }) => (instead ? `Name “${instead}” instead.` : 'Name another service.'),
  *check(library) {
    const frame: Entry<unknown>[] = library.frame ? [library.frame] : [];
    for (const entry of [...authored(library), ...frame]) {
      for (const { id, path, words } of servicesNamed(entry)) {
        const service = library.services.get(id)?.value;
        if (!service?.retired) continue;
        const args = { service: service.name, since: service.retired.since, instead: service.retired.instead ?? null };
        yield words ? this.atWords(entry.source, path, words, args) : this.at(entry.source, path, args);
      }
    }
  },
});
