import type { Path } from '../library/place.js';

/** Fields whose values are ids: the part of the library that these are ids of, and what such a thing is called. */
const idFields = new Map(
  Object.entries({
    unit: { of: 'units', what: 'unit' },
    revisits: { of: 'lessons', what: 'lesson' },
    day: { of: 'days', what: 'awareness day' },
    topics: { of: 'topics', what: 'topic' },
    statements: { of: 'statements', what: 'statement' },
    'law-topics': { of: 'statements', what: 'law topic' },
    services: { of: 'services', what: 'service' },
    service: { of: 'services', what: 'service' },
    law: { of: 'laws', what: 'law sentence' },
  } as const),
);

/** The names of all such fields. */
export const idFieldNames: ReadonlySet<string> = new Set(idFields.keys());

/** What the text in a field is an id of; nothing where it is none. A sign-off has check sums of parts under their names. */
export function idField({ field, path }: { field: string; path: Path }) {
  return path[0] === 'sign-off' ? undefined : idFields.get(field);
}

/** The part of the library in which a mark looks up its id: `services` for `$service.childline`. */
export function partOfMark(name: string) {
  return idFields.get(name.toLowerCase())?.of;
}
