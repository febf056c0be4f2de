import chalk from 'chalk';
import type { BuildOptions, BuildResult } from '../build/build.js';
import { build } from '../build/build.js';
import { compileLess } from '../build/compile-less.js';
import type { Receipts } from '../build/receipt.js';
import type { BuildReport, PlainFinding } from '../build/report.js';
import { block } from '../check/reporters/text.js';
import { inWords } from '../check/run.js';
import { count } from '../terminal/count.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { progress } from '../terminal/progress.js';
import { result, talk } from '../terminal/streams.js';
import type { BuildFlags } from './build.js';
import { sayLayers, sayReport, shown } from './build.js';
import { levelsFrom, readSettings } from './settings.js';

/** Builds when something has changed, or may have, and says what came of it. */
export async function buildAnew(what: string[], flags: BuildFlags, receipts: Receipts | null): Promise<ExitCode> {
  const bar = progress(flags.quiet === true || flags.json === true || flags.dryRun === true);
  const options = await optionsFrom(what, flags);
  const keepReceipt = await receipts?.begin(options.profiles ?? []);
  const built = await build({
    ...options,
    onPlan: (jobs) => {
      compileLess();
      bar.start(jobs.length);
    },
    onDone: (job, outcome) => bar.done(job.path, outcome),
  }).finally(() => bar.stop());
  say(built, flags);
  if (built.refused || built.failed.length > 0) return exitCodes.findings;
  await keepReceipt?.(reportOf(built), built);
  return exitCodes.fine;
}

/** What the command line and `pshe.yaml` ask for. */
export async function optionsFrom(what: string[], flags: BuildFlags): Promise<BuildOptions> {
  const settings = await readSettings(flags.content);
  return {
    what,
    ...(flags.band ? { bands: flags.band } : {}),
    ...(flags.kind ? { kinds: flags.kind } : {}),
    ...(flags.format ? { formats: flags.format } : {}),
    prints: [...(flags.print ?? []), ...(flags.bleed ? ['bleed'] : [])],
    profiles: flags.profile === false ? [] : (flags.profile ?? settings.profile ?? []),
    out: flags.out ?? settings.out ?? 'out',
    rules: levelsFrom(settings),
    ...(flags.jobs ? { jobs: flags.jobs } : {}),
    ...(flags.timeout ? { timeoutSeconds: flags.timeout } : {}),
    content: flags.content,
    today: flags.today,
    browser: flags.browser,
    allowErrors: flags.allowErrors === true,
    zip: flags.zip === true,
    force: flags.force === true,
    dryRun: flags.dryRun === true,
  };
}

/** What a build came to, as plain data. */
export function reportOf(built: BuildResult): BuildReport {
  const { out, browser, planned, made, kept, removed, library, templates, elsewhere } = built;
  return {
    out,
    browser,
    planned: [...planned.map(({ path }) => path), ...built.packs],
    made,
    kept,
    removed,
    findings: built.findings.map(plain),
    replaced: library.replaced,
    templates,
    elsewhere,
  };
}

function plain(finding: Parameters<typeof inWords>[0]): PlainFinding {
  const { rule, severity, message, hint, file, range } = inWords(finding);
  return { rule, severity, message, hint, file, ...range };
}

function say(built: BuildResult, flags: BuildFlags): void {
  const report = reportOf(built);
  if (!built.refused && !flags.dryRun && built.failed.length === 0) {
    sayReport(report, flags);
    return;
  }
  if (flags.json) {
    sayData(built, report);
    return;
  }
  sayLayers(report, flags);
  if (built.refused) {
    sayRefused(built, flags);
    return;
  }
  if (flags.dryRun) {
    result(report.planned.map((path) => `${path}\n`).join(''));
    talk(`${count(report.planned.length, 'document')} would be made in ${shown(built.out)}.`);
    return;
  }
  sayFailed(built);
  sayReport({ ...report, replaced: [], templates: [], elsewhere: 0 }, flags);
  talk(`${count(built.failed.length, 'document')} failed; see above. What was there before is still there.`);
  if (!flags.quiet && built.elsewhere > 0) {
    talk(`Other files have ${count(built.elsewhere, 'error')}; see “pshe check”.`);
  }
}

function sayData({ refused, failed }: BuildResult, report: BuildReport): void {
  const { browser, planned, made, kept, removed, findings } = report;
  const reasons = failed.map((failure) => ({
    path: failure.job.path,
    reason: failure.reason,
    findings: failure.findings.map(plain),
  }));
  const data = { refused, browser, planned, made, kept, removed, failed: reasons, findings };
  result(`${JSON.stringify(data, null, 2)}\n`);
}

/** Each failed document with its reasons; a reason that several documents share is shown once. */
export function sayFailed({ failed }: BuildResult): void {
  const shownAlready = new Set<string>();
  for (const { job, findings, reason } of failed) {
    talk(chalk.red(`\n${job.path} could not be made.`));
    if (reason) talk(`  ${reason}`);
    for (const finding of findings) {
      const { file, range, rule } = finding;
      const place = `${file}:${range.line}:${range.column}`;
      if (shownAlready.has(`${place} ${rule}`)) talk(`  ${place}  ${rule}, as above`);
      else talk(block(inWords(finding)));
      shownAlready.add(`${place} ${rule}`);
    }
  }
}

/** Says why nothing was made. */
export function sayRefused(built: BuildResult, { allowErrors }: BuildFlags): void {
  const errors = built.findings.filter((finding) => finding.severity === 'error');
  for (const finding of errors) talk(block(inWords(finding)));
  talk(
    `${errors.length === 1 ? 'There is 1 error' : `There are ${errors.length} errors`} in the content, so nothing was made; what was there before is still there.`,
  );
  talk(
    allowErrors
      ? 'A band that a text says nothing to gets no document, --allow-errors or not.'
      : 'Mend them, or build in spite of them with --allow-errors: every page then says “Not checked”.',
  );
}
