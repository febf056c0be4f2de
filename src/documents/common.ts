import type { Service } from '../library/types.js';
import { contactOf } from '../select/marks.js';
import type { School } from '../select/school.js';
import type { SelectedPlan } from '../select/select.js';
import type { SelectedUnit } from '../select/unit.js';
import type { Status } from '../sign-off/state.js';
import type { BaseModel } from './kind.js';

/** Someone to turn to, as help blocks show it. */
export interface Helper {
  /** Who it is: `In school`, `Childline`. */
  who: string;
  /** A name, number or address; null where the document leaves a line to write on. */
  contact: string | null;
  /** Where the contact leads when it is clicked; null for names and for what must not be called by mistake. */
  href: string | null;
  note: string | null;
  /** Whether the contact is an address on the web. */
  web: boolean;
  /** Whether it is a name too long for one large line: it is set smaller and may break. */
  long: boolean;
}

const longName = 12;

/** The person in school first, then the services of the plan in its order. */
export function helpersFor(school: School, services: readonly Service[]): Helper[] {
  return [personHelper(school), ...services.map(serviceHelper)];
}

/**
 * Services by their ids, in order; `school` is the person in school, `local` the council's own service. One that the
 * band or the nation does not have is left out.
 * @param person whom readers turn to in school: the named adult for pupils, the safeguarding lead for adults
 */
export function helpersByIds(
  ids: readonly string[],
  school: School,
  services: ReadonlyMap<string, Service>,
  person = personHelper(school),
): Helper[] {
  return ids.flatMap((id): Helper[] => {
    if (id === 'school') return [person];
    if (id === 'local') return [localHelper(school)];
    const service = services.get(id) ?? school.services.find((own) => own.id === id);
    return service ? [serviceHelper(service)] : [];
  });
}

function localHelper({ local }: School): Helper {
  if (local) return { ...serviceHelper(local), note: local.note ?? null };
  return {
    who: 'Worried about a child?',
    contact: null,
    href: null,
    note: 'your council’s children’s social care',
    web: false,
    long: false,
  };
}

/** The named adult, or a line to write the name on. */
function personHelper(school: School): Helper {
  return helperOf(school.adult, 'a trusted adult');
}

/** The safeguarding lead, or a line to write the name on. */
export function leadHelper(school: School): Helper {
  return helperOf(school.lead, 'the safeguarding lead');
}

function helperOf(person: School['adult'], role: string): Helper {
  const name = person?.name ?? null;
  const long = name !== null && name.length > longName;
  return {
    who: 'In school',
    contact: name === null || long ? name : noBreak(name),
    href: null,
    note: person?.where ?? role,
    web: false,
    long,
  };
}

/** A service with its number, or its address where it has none. */
function serviceHelper(service: Service): Helper {
  return {
    who: service.id === 'emergency' ? 'In danger now' : service.name,
    contact: contactOf(service),
    href: hrefOf(service),
    note: service.note ?? service.for,
    web: service.phone === undefined && service.text === undefined,
    // How to text somebody is said in words, which are longer than a number.
    long: service.phone === undefined && service.text !== undefined,
  };
}

/** Where a service's number or address leads; null where it is reached by text message alone, and for 999. */
export function hrefOf({ id, phone, text, web }: Service): string | null {
  if (id === 'emergency') return null;
  if (phone !== undefined) return `tel:${phone.replaceAll(' ', '')}`;
  return text === undefined && web !== undefined ? `https://${web}` : null;
}

/** Letters of name and place that stand on one line beside a service. */
const longestPerson = 40;

/** One line for the foot of slides: the person in school and the first service. */
export function helpLine({ adult }: School, services: readonly Service[]): string {
  return lineOf(adult, 'A trusted adult in school', services);
}

/** The same for adults: the safeguarding lead and the first service. */
export function leadLine({ lead }: School, services: readonly Service[]): string {
  return lineOf(lead, 'The safeguarding lead', services);
}

function lineOf(who: School['adult'], role: string, services: readonly Service[]): string {
  const full = who ? [who.name, who.where].filter(Boolean).join(', ') : role;
  const person = who && full.length > longestPerson ? who.name : full;
  const first = services[0];
  return first ? `${person} · ${first.name} ${contactOf(first)}` : person;
}

/** Keeps words together on a line. */
function noBreak(words: string): string {
  return words.replaceAll(' ', '\u00A0');
}

/** What every document of a plan begins with. */
export function planBase(selected: SelectedPlan, status: Status, document: string): BaseModel {
  const { plan, band, school, unit, day, statements } = selected;
  return {
    title: `${plan.title}: ${document}`,
    subject: `${document[0]?.toUpperCase()}${document.slice(1)} for ${yearsOf(selected)}, ages ${band.ages}. ${footLine(selected)}`,
    keywords: [
      'PSHE education',
      band.name,
      unit?.title ?? day?.name ?? 'Tutor time',
      ...new Set(statements.map(({ strand }) => strand)),
    ],
    palette: band.id,
    status: status.full,
    shortStatus: status.short,
    school: school.name,
  };
}

/** What every document of a unit begins with. */
export function unitBase({ unit, band, school }: SelectedUnit, status: Status, document: string): BaseModel {
  return {
    title: `${unit.title}: ${document}`,
    subject: `${document[0]?.toUpperCase()}${document.slice(1)} for ${unit.years}, ages ${band.ages}. Unit ${unit.order}`,
    keywords: ['PSHE education', band.name, unit.title],
    palette: band.id,
    status: status.full,
    shortStatus: status.short,
    school: school.name,
  };
}

/** Whether parents may ask for withdrawal (statutory guidance on relationships and sex education), in words. */
export function sexEducationInWords(answer: 'no' | 'school-decides'): string {
  return answer === 'no'
    ? 'This is relationships education: parents can’t ask for withdrawal.'
    : 'The school decides whether it counts this as sex education, and tells parents.';
}

/** A source in one line. */
export function sourceLine({ title, by, date }: { title: string; by: string; date?: string }): string {
  return [title, by, date].filter(Boolean).join(', ');
}

/** Where a plan belongs, in two lines: `Unit 1` and `Me, you and us`. */
export function belongsTo(selected: SelectedPlan): [string, string] {
  if (selected.unit) return [`Unit ${selected.unit.order}`, selected.unit.title];
  return ['Tutor time', selected.day?.name ?? ''];
}

/** Where a plan belongs, in one line for the foot of pages: `Unit 1 Me, you and us · Lesson 1`. */
export function footLine(selected: SelectedPlan): string {
  const [one, other] = belongsTo(selected);
  return selected.unit ? `${one} ${other} · ${lessonLabel(selected)}` : `${one} · ${selected.plan.title}`;
}

/** `Lesson 1`, or `Session` for tutor time. */
export function lessonLabel(selected: SelectedPlan): string {
  return selected.lesson ? `Lesson ${selected.lesson.order}` : 'Session';
}

/** For whom a plan is: the years of its unit, or of the band. */
export function yearsOf(selected: SelectedPlan): string {
  return selected.unit?.years ?? selected.band.years;
}

/** The title as it breaks, or in one line. */
export function headlineOf({ headline, title }: { headline?: string[]; title: string }): string[] {
  return headline ?? [title];
}

/** What pupils and teachers call the phases. */
export const phaseNames = {
  settle: 'Start',
  baseline: 'Think',
  explore: 'Explore',
  practise: 'Practise',
  reflect: 'Reflect',
  close: 'Close',
  look: 'Look',
  think: 'Think',
  help: 'Help',
} as const;

/** The art of a plan: its unit's relation unless it has its own, seeded by unit and lesson. */
export function artOf(selected: SelectedPlan) {
  const relation = selected.plan.picture ?? selected.unit?.picture ?? 'around';
  const seed = `${selected.unit?.id ?? 'tutor-time'} / ${selected.plan.id}`;
  return { relation, seed, order: selected.lesson?.order ?? 1 };
}
