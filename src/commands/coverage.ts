import chalk from 'chalk';
import type { Coverage, CoveredStatement } from '../coverage/coverage.js';
import { coverageOf } from '../coverage/coverage.js';
import { todayFrom } from '../library/dates.js';
import type { Band } from '../library/library.js';
import { bands as allBands } from '../library/library.js';
import { findProfiles } from '../library/profiles.js';
import { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result, talk } from '../terminal/streams.js';
import { wrapped } from '../terminal/wrap.js';
import { readLibrary } from './library.js';
import type { GlobalOptions } from './options.js';
import { writeNamedFile } from './write-file.js';

interface CoverageFlags extends GlobalOptions {
  band?: string[];
  profile?: string;
  today?: string;
  json?: boolean;
  pdf?: string;
}

/** `pshe coverage`: which statements of the guidance are taught where, what is missing, and how long each strand takes. */
export async function coverageCommand(flags: CoverageFlags): Promise<ExitCode> {
  const unknown = (flags.band ?? []).find((band) => !(allBands as readonly string[]).includes(band));
  if (unknown !== undefined) throw new UserError(`There is no band “${unknown}”.`, `Bands: ${allBands.join(', ')}.`);
  const bands = allBands.filter((band) => !flags.band || flags.band.includes(band));
  const library = await readLibrary(flags.content, todayFrom(flags.today));
  if (library.broken.length > 0 && !flags.quiet)
    talk(`Files that could not be read: ${library.broken.map((file) => file.name).join(', ')}. See “pshe check”.`);
  const [profile = null] = flags.profile ? await findProfiles(library, [flags.profile]) : [];
  const coverage = coverageOf(library, bands, profile);
  if (coverage.uncounted.length > 0 && !flags.quiet)
    talk(`Not counted, as something is wrong in it: ${coverage.uncounted.join(', ')}. See “pshe check”.`);
  if (flags.pdf) {
    const { printSheet } = await import('../coverage/print-sheet.js');
    const bytes = await printSheet(library, coverage, profile, flags.browser);
    await writeNamedFile(flags.pdf, bytes, 'Name another file behind --pdf.');
  }
  if (flags.json) result(`${JSON.stringify(asData(coverage), null, 2)}\n`);
  else result(inWords(coverage));
  if (flags.pdf && !flags.quiet) talk(`The page for governors is ${flags.pdf}.`);
  return exitCodes.fine;
}

function asData({ statements, gaps, once, strands, lessons }: Coverage) {
  return { statements, gaps, once, strands, lessons };
}

/** Strand by strand, each statement with the lessons that teach it; then the sums. */
function inWords(coverage: Coverage): string {
  const { statements, strands, bands, gaps, once } = coverage;
  const names = [...new Set(statements.map(({ strand }) => strand))];
  const parts = names.map((strand) =>
    [chalk.bold(strand), ...statements.filter((one) => one.strand === strand).map((one) => rowOf(one, bands))].join(
      '\n',
    ),
  );
  const minutes = strands.map(({ strand, minutes: own }) => {
    const cells = bands.map((band) => `${band} ${String(own[band]).padStart(4)}`).join('   ');
    return `${cells}   ${wrapped(strand, ' '.repeat(cells.length + 3)).trimStart()}`;
  });
  const core = statements.filter(({ weight }) => weight === 'core').length;
  const sums = [
    `${core - gaps.length} of ${core} core statements are taught${bands.length > 1 ? `, ${core - gaps.length - once.length} of them in two bands or more` : ''}.`,
    ...(gaps.length > 0 ? [`Not taught: ${gaps.join(', ')}.`] : []),
    ...(bands.length > 1 && once.length > 0 ? [`In one band only: ${once.join(', ')}.`] : []),
  ];
  return `${[...parts, [chalk.bold('Minutes'), ...minutes].join('\n'), sums.map((line) => wrapped(line)).join('\n')].join('\n\n')}\n`;
}

function rowOf({ id, text, weight, lessons }: CoveredStatement, bands: readonly Band[]): string {
  const own = bands.map((band) => {
    const ids = lessons.filter((lesson) => lesson.band === band).map((lesson) => lesson.id);
    return `${band}: ${ids.join(', ') || '–'}`;
  });
  const head = `${id}${weight === 'core' ? '' : ` (${weight})`}`;
  return [wrapped(`${head}  ${text}`, '  '), chalk.dim(wrapped(own.join(' · '), '    '))].join('\n');
}
