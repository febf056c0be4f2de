import type { Band, Entry, Reference } from '../../library/library.js';
import type { Mark } from '../../select/marks.js';
import { families, slots } from '../../select/marks.js';
import { nearest } from '../../terminal/nearest.js';
import { defineRule, fixedFor } from '../rule.js';

const fields = ['name', 'phone', 'web', 'for'];

/** A mark that nothing answers to would stand in a document as it was typed. */
export const markKnown = defineRule<{
  mark: string;
  problem: 'name' | 'id' | 'field' | 'part';
  nearest: string | null;
  known: readonly string[];
}>({
  id: 'mark-known',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'Every mark such as $adult or $service.childline can be filled in.',
  message: ({ mark, problem }) => {
    if (problem === 'part') return `The mark “${mark}” is not whole.`;
    if (problem === 'field') return `The service in “${mark}” has nothing of that name.`;
    return `Nothing answers to the mark “${mark}”.`;
  },
  hint: ({ nearest: near, known }) =>
    near
      ? `Did you mean “${near}”?`
      : known.length > 0
        ? `There are: ${known.join(', ')}.`
        : 'There is nothing of that kind here: write the words themselves.',
  value({ entry, value, path, bands, marks }, reference) {
    return marks.flatMap((mark) => {
      const wrong = problemOf(mark, reference, entry, bands);
      if (!wrong) return [];
      const place = { text: value as string, start: mark.index, end: mark.index + mark.text.length };
      return [
        this.atWords(entry.source, path, place, {
          mark: mark.text,
          problem: wrong.problem,
          known: wrong.known.map((id) => `${wrong.prefix}${id}`),
          nearest: wrong.problem === 'name' ? nearestMark(mark) : nearestTo(wrong),
        }),
      ];
    });
  },
});

function nearestTo({ prefix, word, known }: Problem): string | null {
  const near = word && nearest(word, known);
  return near ? `${prefix}${near}` : null;
}

/** The whole mark that was meant where its first word is mistyped. */
function nearestMark({ name, parts }: Mark): string | null {
  const near = nearest(name, [...slots, ...families]);
  if (near === null) return null;
  return `$${[near, ...(families.includes(near) ? (parts.length > 0 ? parts : ['…']) : [])].join('.')}`;
}

interface Problem {
  problem: 'name' | 'id' | 'field' | 'part';
  prefix: string;
  word: string;
  known: string[];
}

function problemOf(mark: Mark, reference: Reference, entry: Entry<unknown>, bands: readonly Band[]): Problem | null {
  const name = (mark.name[0]?.toLowerCase() ?? '') + mark.name.slice(1);
  const [id, field] = mark.parts;
  if (!families.includes(name)) {
    if (slots.includes(name) && id === undefined) return null;
    return { problem: 'name', prefix: '$', word: name, known: [...slots, ...families.map((family) => `${family}.…`)] };
  }
  const known = idsOf(name, reference, entry, bands);
  if (id === undefined) return { problem: 'part', prefix: `$${name}.`, word: '', known };
  // A sentence that is not for these readers has a rule of its own.
  if (name === 'law' && reference.laws.has(id) && field === undefined) return null;
  if (!known.includes(id)) return { problem: 'id', prefix: `$${name}.`, word: id, known };
  if (field === undefined) return null;
  const data = name === 'service' ? serviceOf(reference, entry, id) : undefined;
  const has = data ? fields.filter((candidate) => candidate in data) : [];
  return has.includes(field) ? null : { problem: 'field', prefix: `$${name}.${id}.`, word: field, known: has };
}

/** What may follow `$service.`, `$law.` and so on, for readers of these bands. */
function idsOf(name: string, reference: Reference, entry: Entry<unknown>, bands: readonly Band[]): string[] {
  switch (name) {
    case 'service':
      return [...reference.services.keys(), ...localServices(entry).map((service) => service.id)];
    case 'law': {
      const laws = [...reference.laws.values()].map(({ value }) => value);
      return laws
        .filter((law) => bands.every((band) => law.bands.includes(band)) && (law.audience?.includes('pupils') ?? true))
        .map(({ id }) => id);
    }
    case 'word': {
      const words = (entry.value as { 'key-words'?: { id: string; bands?: Band[] }[] })['key-words'] ?? [];
      return words
        .filter((word) => !word.bands || bands.every((band) => word.bands?.includes(band)))
        .map((word) => word.id);
    }
    case 'frame':
      return [...(reference.frame?.value.lines ?? []), ...(reference.frame?.value.notes ?? [])].map(({ id }) => id);
    default:
      return (entry.value as { day?: string }).day === undefined ? [] : ['name', 'date'];
  }
}

function localServices(entry: Entry<unknown>): { id: string }[] {
  const { services } = entry.value as { services?: unknown };
  return Array.isArray(services) && typeof services[0] === 'object' ? (services as { id: string }[]) : [];
}

function serviceOf(reference: Reference, entry: Entry<unknown>, id: string): object | undefined {
  return reference.services.get(id)?.value ?? localServices(entry).find((service) => service.id === id);
}
