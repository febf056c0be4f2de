import type { Entry, Library } from '../library/library.js';
import type { Proof, Retired } from '../library/types.js';

/** A service or a sentence of the law, and how well it is known. */
export interface ProvenFact {
  id: string;
  name?: string;
  proof: Proof;
  retired?: Retired;
}

/** The services and sentences of the law that documents may name, those of schools among them. */
export function provenFacts(library: Library): Entry<ProvenFact>[] {
  const all: Entry<ProvenFact>[] = [
    ...library.services.values(),
    ...library.laws.values(),
    ...[...library.profiles.values()].flatMap(({ value: { services = [] }, source, path }) =>
      services.map((value, index) => ({ value, source, path: [...path, 'services', index] })),
    ),
  ];
  return all.filter(({ value }) => !value.retired);
}
