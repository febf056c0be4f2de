import type { BaseModel } from '../documents/kind.js';
import { dateInWords } from '../library/dates.js';
import type { Band, Entry, Library } from '../library/library.js';
import type { Profile } from '../library/types.js';
import { reviewState } from '../sign-off/state.js';
import { count } from '../terminal/count.js';
import type { Coverage } from './coverage.js';

/** What the template of the sheet for governors gets. */
export interface CoverageSheet extends BaseModel {
  header: string[];
  headline: string[];
  foot: string;
  art: { relation: string; seed: string; order: number };
  intro: string;
  bands: string[];
  /** Each with one cell a band: `9 of 11`, and minutes. */
  strands: { name: string; cells: { core: string; minutes: string }[] }[];
  units: { title: string; years: string; lessons: number; minutes: number; overview: string }[];
  /** What is not taught, or only once; an empty list where there is nothing to say. */
  gaps: string[];
  source: string;
}

/** One page that tells governors what is taught where, out of the lessons themselves. */
export function coverageSheet(library: Library, coverage: Coverage, profile: Entry<Profile> | null): CoverageSheet {
  const { lessons, statements, bands, gaps, once } = coverage;
  const core = statements.filter(({ weight }) => weight === 'core');
  const ids = [...new Set(lessons.map(({ id }) => id))];
  const units = [...library.units.values()]
    .map(({ value }) => value)
    .sort((one, other) => one.order - other.order)
    .map((unit) => ({ unit, own: lessons.filter((lesson) => lesson.unit === unit.id) }))
    .filter(({ own }) => own.length > 0);
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const twice = core.length - gaps.length - once.length;
  const taughtInWords =
    bands.length > 1
      ? `${twice} are taught in two key stages or more, ${once.length} in one, ${gaps.length} in none`
      : `${once.length} are taught in these lessons`;
  const status = statusOf(library, ids);
  const nameOf = (id: string) => statements.find((statement) => statement.id === id)?.text ?? id;
  return {
    title: 'What we teach: coverage',
    subject: 'Statements of the guidance and the lessons that teach them, for governors',
    keywords: ['PSHE education', 'RSHE', 'coverage'],
    palette: 'staff',
    status,
    shortStatus: status,
    school: profile?.value.name ?? null,
    header: ['For governors', profile?.value.name ?? 'The whole programme'],
    headline: ['What we teach'],
    foot: 'What we teach · For governors',
    art: { relation: 'level', seed: 'coverage', order: 1 },
    intro: `${count(ids.length, 'lesson')} in ${count(units.length, 'unit')}, ${minutes} minutes in all. Of ${core.length} core statements of the statutory guidance, ${taughtInWords}.`,
    bands: bands.map((band) => library.bands.get(band)?.value.name ?? band),
    strands: strandRows(coverage),
    units: units.map(({ unit, own }) => ({
      title: unit.title as string,
      years: unit.years,
      lessons: own.length,
      minutes: own.reduce((sum, lesson) => sum + lesson.minutes, 0),
      overview: firstSentence(unit.overview as string),
    })),
    gaps: atMost(bands.length > 1 ? 1 : 4, [
      ...gaps.map((id) => `Not taught: ${nameOf(id)}.`),
      ...(bands.length > 1 ? once.map((id) => `In one key stage only: ${nameOf(id)}.`) : []),
    ]),
    source: `Worked out from the lessons on ${dateInWords(library.today)}.`,
  };

  function strandRows({ strands: rows }: Coverage): CoverageSheet['strands'] {
    return rows
      .filter(({ strand }) => core.some((statement) => statement.strand === strand))
      .map(({ strand, minutes: own }) => {
        const all = core.filter((statement) => statement.strand === strand);
        const taughtIn = (band: Band) => all.filter((one) => one.lessons.some((lesson) => lesson.band === band)).length;
        return {
          name: strand,
          cells: bands.map((band) => ({ core: `${taughtIn(band)} of ${all.length}`, minutes: `${own[band]} min` })),
        };
      });
  }
}

function statusOf(library: Library, ids: readonly string[]): string {
  const reviewed = ids.filter((id) => {
    const entry = library.lessons.get(id);
    return entry && reviewState(library, entry).state === 'reviewed';
  }).length;
  if (reviewed === 0) return 'All lessons are drafts, not reviewed';
  return reviewed === ids.length ? 'All lessons reviewed' : `${reviewed} of ${ids.length} lessons reviewed`;
}

/** The first of some lines, and how many there are beyond them: the page is one page. */
function atMost(most: number, lines: readonly string[]): string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `And ${more} more: see “pshe coverage”.`] : [...lines];
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
