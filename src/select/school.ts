import { dirname, resolve } from 'node:path';
import type { Band, Entry, Library } from '../library/library.js';
import type { Profile, Service } from '../library/types.js';
import { fittedColour } from './colour.js';

/** A person of the school, or null where a document leaves a line to write on. */
interface Person {
  name: string;
  role: string | null;
  where: string | null;
}

/** The school or council a document is made for. Without a profile every slot is null. */
export interface School {
  /** The id of the profile. */
  id: string | null;
  name: string | null;
  adult: Person | null;
  lead: Person | null;
  deputies: Person[];
  quietPlace: string | null;
  /** The address of the help page, without https://. */
  link: string | null;
  /** With absolute paths. */
  logos: { file: string; alt: string; at: string }[];
  /** Local services that the band may see. */
  services: Service[];
  /** The local service to call about a worry. */
  local: Service | null;
  nation: string;
  /** Brand colour as `#rrggbb`, dark enough to be seen on paper. */
  colour: string | null;
  /** Activities that the school does not teach, as `lesson/activity`. */
  leftOut: readonly string[];
}

/** The slots of a profile for one band, or for adults where it is null; neutral ones without a profile. */
export function schoolFor(library: Library, profile: Entry<Profile> | null, band: Band | null): School {
  const data = profile?.value;
  const services = (data?.services ?? []).filter((service) => band === null || service.bands.includes(band));
  return {
    id: data?.id ?? null,
    name: data?.name ?? null,
    adult: person(data?.adult),
    lead: person(data?.lead),
    deputies: (data?.deputies ?? []).flatMap((deputy) => person(deputy) ?? []),
    quietPlace: data?.['quiet-place'] ?? null,
    link: data?.link ?? null,
    logos: (data?.logos ?? []).map((logo, index) => ({
      file: resolve(dirname(profile?.source.path ?? ''), logo.file),
      alt: typeof logo.alt === 'string' ? logo.alt : '',
      at: `logos/${index}`,
    })),
    services,
    local: services.find((service) => service.id === data?.local) ?? null,
    nation: data?.nation ?? 'england',
    colour: data?.colour ? fittedColour(data.colour, library.limits?.value['contrast-of-colour'] ?? 1) : null,
    leftOut: data?.['leave-out']?.activities ?? [],
  };
}

function person(data: { name: string; role?: string; where?: string } | undefined): Person | null {
  return data ? { name: data.name, role: data.role ?? null, where: data.where ?? null } : null;
}

/** The services of the library that a band may see in a nation, by id; all of the nation for adults. */
export function servicesFor(library: Library, band: Band | null, nation: string): Map<string, Service> {
  const allowed = [...library.services.values()]
    .map((entry) => entry.value)
    .filter(
      (service) => (band === null || service.bands.includes(band)) && (service.nations as string[]).includes(nation),
    );
  return new Map(allowed.map((service) => [service.id, service]));
}
