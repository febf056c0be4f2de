import chalk from 'chalk';
import { groups } from '../check/rule.js';
import { rules } from '../check/rules/index.js';
import { documentKinds } from '../documents/index.js';
import { formatsOf, madeOf } from '../documents/kind.js';
import { comingDate } from '../library/dates.js';
import type { Entry, Library, Plan } from '../library/library.js';
import { plansOf } from '../library/library.js';
import type { Retired } from '../library/types.js';
import { reviewState } from '../sign-off/state.js';
import { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { nearest } from '../terminal/nearest.js';
import { result, talk } from '../terminal/streams.js';
import { wrapped } from '../terminal/wrap.js';
import { readLibrary } from './library.js';
import type { GlobalOptions } from './options.js';

interface Row {
  id: string;
  title: string;
  /** For whom, or until when, or how strictly. */
  note: string;
}

/** What can be listed, and how each list is made. */
const lists: Readonly<Record<string, (library: Library) => Row[]>> = {
  lessons: (library) =>
    rows<Plan>(plansOf(library), (plan, entry) => ({
      title: wordsOf(plan.title),
      note: `${plan.bands.join(', ')} · ${plan.minutes} minutes · ${reviewState(library, entry).state}`,
    })),
  units: (library) => rows(library.units.values(), (unit) => ({ title: wordsOf(unit.title), note: unit.years })),
  campaigns: (library) =>
    rows(library.campaigns.values(), (campaign) => ({
      title: wordsOf(campaign.title),
      note: `${campaign.posters.length} posters · ${dateOf(library, campaign.day)}`,
    })),
  guides: (library) =>
    rows(library.guides.values(), (guide, entry) => ({
      title: wordsOf(guide.title),
      note: `${guide.kind.replace('-', ' ')} · ${reviewState(library, entry).state}`,
    })),
  services: (library) =>
    rows(library.services.values(), (service) => ({
      title: `${service.name}, ${service.for}`,
      note: service.retired ? retiredInWords(service.retired) : (service.phone ?? service.text ?? service.web ?? ''),
    })),
  statements: (library) =>
    rows(library.statements.values(), ({ text, strand, weight }) => ({ title: text, note: `${strand} · ${weight}` })),
  topics: (library) =>
    rows(library.topics.values(), ({ name, youngest, level, reason }) => ({
      title: name,
      note: `from ${youngest} · content guidance at least ${level} · ${reason}`,
    })),
  bands: (library) =>
    rows(library.bands.values(), ({ name, ages, years, reading }) => ({
      title: `${name}, ages ${ages}, ${years}`,
      note: `sentences of ${reading.average} words on average, at most ${reading.longest}; at most ${reading['long-words']} % long words`,
    })),
  laws: (library) =>
    rows(library.laws.values(), ({ text, bands, proof }) => ({
      title: text,
      note: `${bands.join(', ')} · ${proof.source}`,
    })),
  terms: (library) =>
    rows(library.terms.values(), (term) => ({
      title: `not “${term.avoid.join('”, “')}”`,
      note: `${term.prefer} · ${term.reason}`,
    })),
  frame: (library) => {
    const { agreement = [], routines = [], lines = [], notes = [] } = library.frame?.value ?? {};
    return [
      ...agreement.map(({ id, promise }) => ({ id, title: promise, note: 'line of the agreement' })),
      ...routines.map(({ id, title }) => ({ id, title: wordsOf(title), note: `routine · as a step: routine: ${id}` })),
      ...lines.map(({ id, text }) => ({ id, title: wordsOf(text), note: `line to say · as a mark: $frame.${id}` })),
      ...notes.map(({ id, text }) => ({ id, title: wordsOf(text), note: `note for staff · as a mark: $frame.${id}` })),
    ];
  },
  days: (library) => rows(library.days.values(), (day) => ({ title: day.name, note: dateOf(library, day.id) })),
  profiles: (library) => rows(library.profiles.values(), (profile) => ({ title: profile.name, note: profile.kind })),
  kinds: () =>
    documentKinds.map((kind) => ({
      id: kind.id,
      title: kind.name,
      note: `for ${madeOf[kind.of]} · ${formatsOf(kind).join(', ')}`,
    })),
  rules: () =>
    rules.map(({ id, about, severity, fixed, off, group }) => ({
      id,
      title: about,
      note: `${off ? 'off' : severity}${fixed ? ', always' : ''} · ${groups[group].toLowerCase()}`,
    })),
};

/** What stands where the number of a service would stand that nobody can turn to any more. */
function retiredInWords({ since, instead }: Retired): string {
  return `retired since ${since}${instead ? `, name ${instead} instead` : ''}`;
}

/** The coming date of a day, and when it is marked. */
function dateOf(library: Library, id: string): string {
  const day = library.days.get(id)?.value;
  if (!day) return '';
  const coming = comingDate(day, library.today);
  if (!coming) return day['look-again'] ? `look again ${day['look-again']}` : 'no date to come';
  return coming.marked ? `${coming.on}, marked on ${coming.marked}` : coming.on;
}

/** The words that `pshe list` takes. */
const listNames: readonly string[] = Object.keys(lists);

/** `pshe list`: what there is, with the ids that the other commands take. */
export async function listCommand(
  name: string | undefined,
  flags: GlobalOptions & { json?: boolean },
): Promise<ExitCode> {
  const wanted = name ?? 'lessons';
  const list = Object.hasOwn(lists, wanted) ? lists[wanted] : undefined;
  if (!list) {
    const near = nearest(wanted, listNames);
    throw new UserError(
      `There is no list of “${wanted}”.`,
      near ? `Did you mean “${near}”?` : `Lists: ${listNames.join(', ')}.`,
    );
  }
  const library = await readLibrary(flags.content);
  const found = list(library);
  if (flags.json) result(`${JSON.stringify({ [wanted]: found }, null, 2)}\n`);
  else result(table(found));
  if (library.broken.length > 0 && !flags.quiet) {
    talk(`Files that could not be read: ${library.broken.map((file) => file.name).join(', ')}. See “pshe check”.`);
  }
  return exitCodes.fine;
}

function rows<T extends { id: string }>(
  entries: Iterable<Entry<T>>,
  describe: (value: T, entry: Entry<T>) => Omit<Row, 'id'>,
): Row[] {
  return [...entries].map((entry) => ({ id: entry.value.id, ...describe(entry.value, entry) }));
}

function wordsOf(text: string | { ks3?: string; ks4?: string; ks5?: string }): string {
  return typeof text === 'string' ? text : Object.values(text).join(' / ');
}

/** Ids in a column, the title beside them, the note below, broken to fit the terminal. */
function table(list: readonly Row[]): string {
  const width = Math.max(0, ...list.map((row) => row.id.length)) + 2;
  const indent = ' '.repeat(width);
  return list
    .map(({ id, title, note }) => {
      const lines = [title, chalk.dim(note)].map((text) => wrapped(text, indent));
      return `${chalk.bold(id.padEnd(width))}${lines.join('\n').slice(width)}\n`;
    })
    .join('');
}
