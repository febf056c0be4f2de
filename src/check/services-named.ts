import type { Visited } from './walk.js';

/** A mention of a service. */
interface NamedService {
  id: string;
  /** The mark in its text; null where the service is named by its id in a list. */
  words: { text: string; start: number; end: number } | null;
}

/** The services that a value names: by id in lists of services and on slides, or by marks in a text. */
export function servicesNamed({ value, field, marks }: Visited): NamedService[] {
  if (typeof value !== 'string') return [];
  if (field === 'services' || field === 'service') return [{ id: value, words: null }];
  return marks.flatMap(({ name, parts: [id], index, text }) =>
    name.toLowerCase() === 'service' && id
      ? [{ id, words: { text: value, start: index, end: index + text.length } }]
      : [],
  );
}
