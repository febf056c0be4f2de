import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { openStore } from '../cache/store.js';
import { compare, updateBaseline } from '../check/baseline.js';
import { mend, patchOf, write } from '../check/fix.js';
import { reporters } from '../check/reporters/index.js';
import { changesSince, pathsFromRoot } from '../check/repository.js';
import type { Finding } from '../check/rule.js';
import { rules } from '../check/rules/index.js';
import { checkLibrary, inWords } from '../check/run.js';
import { contentBase, lessonFolders } from '../library/content.js';
import { todayFrom } from '../library/dates.js';
import type { Library } from '../library/library.js';
import { loadLibrary } from '../library/load.js';
import { findProfiles } from '../library/profiles.js';
import { count } from '../terminal/count.js';
import { UserError } from '../terminal/errors.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { nearest } from '../terminal/nearest.js';
import { result, talk } from '../terminal/streams.js';
import type { GlobalOptions } from './options.js';
import { levelsFrom, readSettings } from './settings.js';
import { filesOf, ownProfiles, wantedFiles } from './wanted.js';
import { writeNamedFile } from './write-file.js';

interface CheckFlags extends GlobalOptions {
  format?: string[];
  maxWarnings?: number;
  changed?: string | true;
  today?: string;
  rule?: string[];
  baseline?: string;
  updateBaseline?: boolean;
  fix?: boolean;
  dryRun?: boolean;
}

/** `pshe check`: everything that is wrong in the library or in some files of it. */
export async function checkCommand(paths: string[], flags: CheckFlags): Promise<ExitCode> {
  const outputs = (flags.format ?? ['text']).map(outputOf);
  const folders = lessonFolders(flags.content);
  const base = realpathSync(contentBase(flags.content));
  const settings = await readSettings(flags.content);
  const levels = levelsFrom(settings, flags.rule);
  if (flags.dryRun && !flags.fix)
    throw new UserError('--dry-run goes with --fix.', 'Without --fix nothing is changed.');
  const whole = paths.length === 0 && flags.changed === undefined;
  if (flags.updateBaseline && !whole)
    throw new UserError('--update-baseline goes with the whole library.', 'Leave the files and --changed out.');
  const changes =
    flags.changed === undefined ? null : await changesSince(base, flags.changed === true ? 'HEAD' : flags.changed);
  const known = openStore('content');
  const look = async () => {
    const library = await loadLibrary(folders, base, todayFrom(flags.today), known);
    await findProfiles(library, [...(settings.profile ?? []), ...ownProfiles(paths, library)]);
    const isWanted = await wantedFiles(library, base, paths, changes);
    const all = checkLibrary(library, { levels, known, isWanted: ({ path }) => isWanted(path) });
    const files = filesOf(library).filter(isWanted).length;
    return { library, files, findings: all.filter(({ file }) => isWanted(resolve(base, file))) };
  };
  const first = await look();
  const { files, findings: all } =
    flags.fix && (await fixed(first.library, first.findings, flags)) ? await look() : first;
  const findings = await sinceBaseline(all, flags.baseline ?? settings.baseline, flags, whole);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.length - errors;
  const words = findings.map(inWords);
  const fromRoot = pathsFromRoot(base);
  for (const { reporter, file } of outputs) {
    const own = reporter.fromRoot ? words.map((finding) => ({ ...finding, file: fromRoot(finding.file) })) : words;
    const text = (await reporter.load())(own, { files, errors, warnings });
    if (file) await writeNamedFile(file, text, 'Name another file behind --format.');
    else result(text);
  }
  if (flags.content !== undefined && words.length > 0 && !flags.quiet) talk(`Paths count from ${flags.content}.`);
  const most = flags.maxWarnings ?? settings['max-warnings'];
  const dated = rules.filter((rule) => rule.dated).map(({ id }) => id);
  const counted = findings.filter(({ severity, rule }) => severity === 'warn' && !dated.includes(rule)).length;
  const tooMany = most !== undefined && counted > most;
  return errors > 0 || tooMany ? exitCodes.findings : exitCodes.fine;
}

/** The findings without those of a baseline, which is written first where that is asked for. */
async function sinceBaseline(
  findings: Finding[],
  baseline: string | undefined,
  { updateBaseline: update, quiet }: CheckFlags,
  whole: boolean,
): Promise<Finding[]> {
  if (baseline === undefined) {
    if (update)
      throw new UserError('--update-baseline needs the name of the file.', 'Add --baseline pshe-baseline.json.');
    return findings;
  }
  if (update) await updateBaseline(findings, baseline);
  const { fresh, still, gone } = await compare(findings, baseline);
  if (!quiet && still > 0)
    talk(`${count(still, 'finding')} of the baseline ${still === 1 ? 'is' : 'are'} still there.`);
  if (!quiet && whole && gone > 0)
    talk(`${count(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} mended: run with --update-baseline.`);
  return fresh;
}

/** Mends what can mend itself, or shows it; whether files were changed. */
async function fixed(library: Library, findings: readonly Finding[], flags: CheckFlags): Promise<boolean> {
  const mended = await mend(library, findings);
  const sum = mended.reduce((total, { count: own }) => total + own, 0);
  if (flags.dryRun) {
    for (const one of mended) result(patchOf(one));
    talk(`${count(sum, 'finding')} would be mended in ${count(mended.length, 'file')}.`);
    return false;
  }
  await write(mended);
  if (!flags.quiet) talk(`${count(sum, 'finding')} mended in ${count(mended.length, 'file')}.`);
  return mended.length > 0;
}

/** `json=check.json` as a reporter and a file; standard output without a file. */
function outputOf(word: string) {
  const [name = '', file] = word.split('=', 2);
  const reporter = reporters[name];
  if (reporter) return { reporter, file };
  const names = Object.keys(reporters);
  const near = nearest(name, names);
  throw new UserError(
    `There is no format “${name}”.`,
    near ? `Did you mean “${near}”?` : `Formats: ${names.join(', ')}.`,
  );
}
