import { relative } from 'node:path';
import chalk from 'chalk';
import type { BuildOptions, BuildResult } from '../build/build.js';
import { build } from '../build/build.js';
import { block } from '../check/reporters/text.js';
import { inWords } from '../check/run.js';
import { count } from '../terminal/count.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { progress } from '../terminal/progress.js';
import { result, talk } from '../terminal/streams.js';
import type { GlobalOptions } from './options.js';
import { levelsFrom, readSettings } from './settings.js';

interface BuildFlags extends GlobalOptions {
  band?: string[];
  kind?: string[];
  print?: string[];
  bleed?: boolean;
  today?: string;
  /** False for no school in particular. */
  profile?: string[] | false;
  out?: string;
  jobs?: number;
  timeout?: number;
  allowErrors?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** `pshe build`: makes the documents that are asked for, and says in plain words what came of it. */
export async function buildCommand(what: string[], flags: BuildFlags): Promise<ExitCode> {
  const settings = await readSettings(flags.content);
  const bar = progress(flags.quiet === true || flags.json === true || flags.dryRun === true);
  const options: BuildOptions = {
    what,
    ...(flags.band ? { bands: flags.band } : {}),
    ...(flags.kind ? { kinds: flags.kind } : {}),
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
    dryRun: flags.dryRun === true,
    onPlan: (jobs) => bar.start(jobs.length),
    onDone: (job, failure) => bar.done(job.path, failure !== null),
  };
  const built = await build(options).finally(() => bar.stop());
  if (flags.json) result(`${JSON.stringify(asData(built), null, 2)}\n`);
  else say(built, flags);
  return built.refused || built.failed.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function asData(built: BuildResult) {
  const { planned, made, failed, removed, refused, browser } = built;
  return {
    refused,
    browser,
    planned: planned.map(({ path }) => path),
    made,
    removed,
    failed: failed.map(({ job, findings, reason }) => ({ path: job.path, reason, findings: findings.map(plain) })),
    findings: built.findings.map(plain),
  };
}

function plain(finding: Parameters<typeof inWords>[0]) {
  const { rule, severity, message, hint, file, range } = inWords(finding);
  return { rule, severity, message, hint, file, ...range };
}

function say(built: BuildResult, flags: BuildFlags): void {
  for (const { id, by } of built.library.replaced) talk(`${by} replaces the ${id} that comes with the tool.`);
  if (built.templates.length > 0 && !flags.quiet) talk(`Templates of your own: ${built.templates.join(', ')}.`);
  if (built.refused) {
    sayRefused(built);
    return;
  }
  if (flags.dryRun) {
    result(built.planned.map(({ path }) => `${path}\n`).join(''));
    talk(`${count(built.planned.length, 'document')} would be made in ${shown(built.out)}.`);
    return;
  }
  sayFailed(built);
  if (!flags.quiet) result(summary(built));
  if (built.failed.length > 0) {
    talk(`${count(built.failed.length, 'document')} failed; see above. What was there before is still there.`);
  }
  if (flags.quiet) return;
  if (built.elsewhere > 0) {
    talk(`Other files have ${count(built.elsewhere, 'error')}; see “pshe check”.`);
  }
}

/** Each failed document with its reasons; a reason that several documents share is shown once. */
function sayFailed({ failed }: BuildResult): void {
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

function sayRefused(built: BuildResult): void {
  const errors = built.findings.filter((finding) => finding.severity === 'error');
  for (const finding of errors) talk(block(inWords(finding)));
  talk(
    `${errors.length === 1 ? 'There is 1 error' : `There are ${errors.length} errors`} in the content, so nothing was made; what was there before is still there.`,
  );
  talk('Mend them, or build in spite of them with --allow-errors: every page then says “Not checked”.');
}

/** What was made, by kind, and where to look first. */
function summary({ made, removed, out }: BuildResult): string {
  if (made.length === 0) return 'No documents were made.\n';
  const kinds = new Map<string, number>();
  for (const { kind } of made) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const pages = made.reduce((sum, document) => sum + document.pages, 0);
  const list = [...kinds].map(([kind, count]) => `  ${String(count).padStart(3)}  ${kind}`);
  const first = made.find(({ kind }) => kind === 'teacher-notes') ?? made[0];
  return [
    `${count(made.length, 'document')} with ${pages} pages in ${shown(out)}:`,
    ...list,
    ...(removed.length > 0
      ? [`${count(removed.length, 'document')} of an earlier build no longer made, so removed.`]
      : []),
    `Look first at ${shown(out)}${first?.path ?? ''}`,
    '',
  ].join('\n');
}

function shown(out: string): string {
  const path = relative(process.cwd(), out);
  return `${path === '' ? '.' : path.startsWith('..') ? out : path}/`;
}
