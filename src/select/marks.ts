import type { LawSentence } from '../library/library.js';
import type { Service } from '../library/types.js';
import type { School } from './school.js';

/** What marks in texts may refer to, already gated to one band. */
export interface MarkContext {
  school: School;
  services: ReadonlyMap<string, Service>;
  laws: ReadonlyMap<string, LawSentence>;
  /** Key words of the plan, by id. */
  words: ReadonlyMap<string, string>;
  /** Lines and notes of the frame, by id, marks in them not yet resolved. */
  frame: ReadonlyMap<string, string>;
  /** The awareness day of the plan or campaign. */
  day: { name: string; date: string | null } | null;
}

/** `$word` or `$word.part.part`; a dollar before a digit or a space is just a dollar. */
const mark = /\$([A-Za-z][a-z]*(?:-[a-z0-9]+)*)((?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*)/g;

/** A mark of a text: its first word, the words after the dots, and where it stands. */
export interface Mark {
  text: string;
  name: string;
  parts: string[];
  index: number;
}

/** The marks of a text in order. */
export function marksIn(text: string): Mark[] {
  return [...text.matchAll(mark)].map((match) => ({
    text: match[0],
    name: match[1] as string,
    parts: (match[2] as string).split('.').slice(1),
    index: match.index,
  }));
}

/** Words for a slot that no profile fills. */
const neutral = {
  adult: 'a trusted adult in school',
  lead: 'the safeguarding lead',
  'quiet-place': 'the quiet place that we agreed',
  school: 'our school',
  link: 'our school’s help page',
  local: 'your council’s children’s social care',
} as const;

/** First words of marks that go on after a dot. */
export const families: readonly string[] = ['service', 'law', 'word', 'frame', 'day'];

/** Marks that nothing could fill in, such as a service that does not exist in the school's nation. */
export function openMarks(text: string): string[] {
  return marksIn(text)
    .filter(({ name, parts }) => (parts.length > 0 ? families : slots).includes(name.toLowerCase()))
    .map((found) => found.text);
}

/** The slots that a mark can name by itself. */
export const slots = Object.keys(neutral);

/**
 * The text with all its marks replaced. Names and numbers get no-break spaces, so that they never break over a line.
 * An unknown mark stays as it was typed: the check has reported it. What stands in ~ for the check stands there without.
 */
export function resolveMarks(text: string, context: MarkContext): string {
  return text.replace(/~([^~]*)~/g, '$1').replace(mark, (whole, name: string, dotted: string) => {
    const parts = dotted.split('.').slice(1);
    const value = answerTo(name[0]?.toLowerCase() + name.slice(1), parts, context);
    if (value === null) return whole;
    return name[0] === name[0]?.toUpperCase() ? value.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : value;
  });
}

function answerTo(name: string, parts: string[], context: MarkContext): string | null {
  const [id, field] = parts;
  if (id === undefined) return slot(name, context.school);
  switch (name) {
    case 'service':
      return service(context.services.get(id) ?? context.school.services.find((own) => own.id === id), field);
    case 'law':
      return field === undefined ? (context.laws.get(id)?.text ?? null) : null;
    case 'word':
      return field === undefined && context.words.has(id) ? `_${context.words.get(id)}_` : null;
    case 'frame': {
      const line = context.frame.get(id);
      return line === undefined || field !== undefined ? null : resolveMarks(line, { ...context, frame: new Map() });
    }
    case 'day':
      if (field !== undefined) return null;
      return id === 'name' ? (context.day?.name ?? null) : id === 'date' ? (context.day?.date ?? null) : null;
    default:
      return null;
  }
}

function slot(name: string, school: School): string | null {
  switch (name) {
    case 'adult':
      return school.adult ? unbroken(school.adult.name) : neutral.adult;
    case 'lead':
      return school.lead ? unbroken(school.lead.name) : neutral.lead;
    case 'quiet-place':
      return school.quietPlace ?? neutral['quiet-place'];
    case 'school':
      return school.name ?? neutral.school;
    case 'link':
      return school.link ?? neutral.link;
    case 'local':
      return school.local ? service(school.local, undefined) : neutral.local;
    default:
      return null;
  }
}

function service(data: Service | undefined, field: string | undefined): string | null {
  if (!data) return null;
  switch (field) {
    case undefined:
      return `${data.name} (${contactOf(data)})`;
    case 'name':
      return data.name;
    case 'phone':
      return data.phone === undefined ? null : unbroken(data.phone);
    case 'web':
      return data.web ?? null;
    case 'for':
      return data.for;
    default:
      return null;
  }
}

/** The number of a service; how to text it, or its address, where it has no number. */
export function contactOf(data: Service): string {
  return data.phone === undefined ? (data.text ?? data.web ?? '') : unbroken(data.phone);
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00A0');
}
