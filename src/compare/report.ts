import type { ManifestDocument } from '../build/manifest.js';
import { count } from '../terminal/count.js';
import type { Change, Comparison, DocumentDifference } from './compare.js';
import type { PropertyChange } from './contents.js';
import type { WordChange } from './words.js';

/** A heading and the lines below it; those that begin with two spaces belong to the line before. */
export interface Section {
  heading: string;
  lines: string[];
}

/** How much is said of one document, in one list, of names in a row, and of words in a change. */
const most = { changes: 5, rows: 20, names: 3, words: 14 };

/** What differs, for people: what is the same in many documents is said once, and long lists are cut short. */
export function comparisonInWords(comparison: Comparison): Section[] {
  const { first, second, madeWith, onlyInFirst, onlyInSecond, goneProfiles, newProfiles, different, untrue } =
    comparison;
  const heading = (what: string, list: readonly unknown[]) => `${what}: ${count(list.length, 'document')}`;
  return [
    { heading: 'Made with something else', lines: madeWith.map((change) => changeInWords(change)) },
    { heading: heading('Not as the manifest says', untrue), lines: untrue.map(untrueInWords) },
    { heading: heading(`Only in ${first}`, onlyInFirst), lines: listed(onlyInFirst, goneProfiles) },
    { heading: heading(`Only in ${second}`, onlyInSecond), lines: listed(onlyInSecond, newProfiles) },
    { heading: heading('Different', different), lines: differencesInWords(different) },
  ].filter(({ lines }) => lines.length > 0);
}

function untrueInWords({ folder, path, problem }: Comparison['untrue'][number]): string {
  return problem === 'missing'
    ? `${path} is listed in ${folder} and is not there.`
    : `${path} in ${folder} was changed after it was made.`;
}

/** A line for each profile that only this folder knows, then one for each lesson with the kinds of its documents. */
function listed(documents: readonly ManifestDocument[], profiles: readonly string[]): string[] {
  const rows = new Map<string, ManifestDocument[]>();
  for (const document of documents) {
    const { profile, lesson } = document;
    const row = profile !== null && profiles.includes(profile) ? `everything for ${profile}` : lesson;
    rows.set(row, [...(rows.get(row) ?? []), document]);
  }
  return cut(
    [...rows].map(([row, own]) => `${row}: ${kindsOf(own)}`),
    most.rows,
    'line',
  );
}

/** `slides, poster (4)`. */
function kindsOf(documents: readonly ManifestDocument[]): string {
  const kinds = new Map<string, number>();
  for (const { kind } of documents) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, number]) => (number === 1 ? kind : `${kind} (${number})`)).join(', ');
}

/** Documents in which the same has changed stand together: a number that is new is new in all that name it. */
function differencesInWords(different: readonly DocumentDifference[]): string[] {
  const groups = new Map<string, string[]>();
  for (const difference of different) {
    const lines = JSON.stringify(differenceInWords(difference));
    groups.set(lines, [...(groups.get(lines) ?? []), difference.path]);
  }
  return [...groups].flatMap(([lines, paths]) => [
    namesOf(paths),
    ...(JSON.parse(lines) as string[]).map((line) => `  ${line}`),
  ]);
}

function namesOf(paths: readonly string[]): string {
  const rest = paths.length - most.names;
  return rest > 1 ? `${paths.slice(0, most.names).join(', ')} and ${rest} more` : paths.join(', ');
}

function differenceInWords({ fields, content }: DocumentDifference): string[] {
  // How many bytes they take says something only where nothing else does.
  const said = fields.filter(({ name }) => name !== 'bytes').map((change) => changeInWords(change));
  const bytes = fields.filter(({ name }) => name === 'bytes').map((change) => changeInWords(change));
  if (!content) return said;
  switch (content.kind) {
    case 'words':
      return [...said, ...wordsInWords(content.changes)];
    case 'looks':
      return [
        ...said,
        'The words are the same; how they look, or what is not seen, differs.',
        ...content.properties.flatMap(propertyInWords),
        ...bytes,
      ];
    case 'picture': {
      const [one, other] = [content.first, content.second].map(([width, height]) => `${width} × ${height} pixels`);
      return [...said, one === other ? `The picture differs, of ${one} as before.` : `${other}, before ${one}.`];
    }
    case 'pack':
      return [
        ...said,
        ...cut(
          content.files.map((file) => `In it: ${file}`),
          most.changes,
          'file',
        ),
      ];
    case 'unreadable':
      return [...said, 'They differ, and at least one of them is no file that the tool writes.', ...bytes];
  }
}

function wordsInWords(changes: readonly WordChange[] | null): string[] {
  if (!changes) return ['Nearly all words differ.'];
  return cut(changes.map(wordChangeInWords), most.changes, 'change');
}

function wordChangeInWords({ gone, added, after, pages }: WordChange): string {
  const what =
    added === ''
      ? `${quoted(gone)} is gone`
      : gone === ''
        ? `${quoted(added)} is new`
        : `${quoted(gone)} is now ${quoted(added)}`;
  return `${pagesInWords(pages)}: ${what}${after === '' ? '' : `, after “${after}”`}.`;
}

/** `Page 2`, `Pages 2 to 16`, `Pages 1, 3 and 4`. */
function pagesInWords(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last.to + 1) last.to = page;
    else runs.push({ from: page, to: page });
  }
  const texts = runs.flatMap(({ from, to }) =>
    to - from > 1 ? `${from} to ${to}` : [...new Set([`${from}`, `${to}`])],
  );
  const list = texts.length === 1 ? texts[0] : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  return `Page${pages.length === 1 ? '' : 's'} ${list}`;
}

/** A text in quotation marks; of a long one the beginning. */
function quoted(text: string): string {
  const words = text.split(' ');
  if (words.length <= most.words) return `“${text}”`;
  return `“${words.slice(0, most.words).join(' ')} …” (${words.length} words)`;
}

const nouns: Readonly<Record<string, string>> = { pages: 'page', bytes: 'byte' };

function changeInWords({ name, first, second }: Change): string {
  const noun = nouns[name];
  if (noun) return `${countOf(second, noun)}, before ${countOf(first, noun)}.`;
  return `Its ${name} is now ${second === null ? 'none' : `“${second}”`}, before ${first === null ? 'none' : `“${first}”`}.`;
}

function countOf(number: Change['first'], noun: string): string {
  return `${number?.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

/** Properties that nothing else tells, by the names of PDF. */
const properties: Readonly<Record<string, string>> = {
  Author: 'author',
  Subject: 'subject',
  Keywords: 'keywords',
  Creator: 'tool',
  Producer: 'browser',
  CreationDate: 'date',
};

function propertyInWords({ name, first, second }: PropertyChange): string[] {
  const own = properties[name];
  if (!own) return [];
  return [changeInWords({ name: own, first: plain(first), second: plain(second) })];
}

/** A date as `2026-11-24`; anything else as it is. */
function plain(value: string): string {
  return value.replace(/^D:(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');
}

/** The first of many lines, and how many more there are. */
function cut(lines: readonly string[], limit: number, noun: string): string[] {
  const rest = lines.length - limit;
  return rest > 1 ? [...lines.slice(0, limit), `… and ${count(rest, `more ${noun}`)}; --json shows all.`] : [...lines];
}
