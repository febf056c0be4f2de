import { isForPupils } from '../prose.js';
import { defineRule, fixedFor } from '../rule.js';
import { servicesNamed } from '../services-named.js';
import { bandsInWords, isInBands } from '../walk.js';

/** A service for older people must not be the help that younger ones are sent to. */
export const serviceBand = defineRule<{ service: string; band: string; bands: string }>({
  id: 'service-band',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'Every service is one that the readers’ band may be sent to.',
  message: ({ service, band }) => `The service “${service}” is not for ${band}, but ${band} is sent to it here.`,
  hint: ({ bands }) => `It is for ${bands}. Choose another service for these readers.`,
  value(visited, reference) {
    return (isInBands(visited) ? servicesNamed(visited) : []).flatMap(({ id }) => {
      const { entry, path, bands } = visited;
      const service = reference.services.get(id)?.value;
      if (!service) return [];
      const band = bands.find((candidate) => !service.bands.includes(candidate));
      if (band) return [this.at(entry.source, path, { service: id, band, bands: bandsInWords(service.bands) })];
      return !service.audience.includes('pupils') && isForPupils(entry.value, path)
        ? [this.at(entry.source, path, { service: id, band: 'pupils', bands: 'adults' })]
        : [];
    });
  },
});
