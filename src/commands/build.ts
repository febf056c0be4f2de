import { relative } from 'node:path';
import { openReceipts } from '../build/receipt.js';
import type { BuildReport } from '../build/report.js';
import { count } from '../terminal/count.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result, talk } from '../terminal/streams.js';
import type { GlobalOptions } from './options.js';

export interface BuildFlags extends GlobalOptions {
  band?: string[];
  kind?: string[];
  format?: string[];
  print?: string[];
  bleed?: boolean;
  today?: string;
  /** False for no school in particular. */
  profile?: string[] | false;
  out?: string;
  jobs?: number;
  timeout?: number;
  allowErrors?: boolean;
  force?: boolean;
  watch?: boolean;
  dryRun?: boolean;
  zip?: boolean;
  json?: boolean;
}

/**
 * `pshe build`: makes the documents that are asked for, and says in plain words what came of it. Where nothing has changed
 * since the last time, nothing is read, checked or printed.
 */
export async function buildCommand(what: string[], flags: BuildFlags): Promise<ExitCode> {
  if (flags.watch) {
    const { watchCommand } = await import('./watch.js');
    return watchCommand(what, flags);
  }
  const {
    content,
    browser,
    today,
    quiet: _quiet,
    verbose: _verbose,
    json: _json,
    force,
    jobs: _jobs,
    timeout: _timeout,
    ...wish
  } = flags;
  const receipts = flags.dryRun ? null : await openReceipts({ content, browser, today, wish: { what, ...wish } });
  const before = force ? null : await receipts?.find();
  if (before) {
    sayReport({ ...before, kept: before.made.map(({ path }) => path), removed: [] }, flags);
    return exitCodes.fine;
  }
  const { buildAnew } = await import('./build-anew.js');
  return buildAnew(what, flags, receipts);
}

/** Says what a build came to. */
export function sayReport(report: BuildReport, flags: BuildFlags): void {
  if (flags.json) {
    const { planned, made, kept, removed, browser, findings } = report;
    const data = { refused: false, browser, planned, made, kept, removed, failed: [], findings };
    result(`${JSON.stringify(data, null, 2)}\n`);
    return;
  }
  sayLayers(report, flags);
  if (flags.quiet) return;
  result(summary(report));
  if (report.elsewhere > 0) talk(`Other files have ${count(report.elsewhere, 'error')}; see “pshe check”.`);
}

/** What of the library and the templates is somebody's own. */
export function sayLayers(
  { replaced, templates }: Pick<BuildReport, 'replaced' | 'templates'>,
  flags: BuildFlags,
): void {
  for (const by of new Set(replaced.map((entry) => entry.by))) {
    const ids = replaced.filter((entry) => entry.by === by).map(({ id }) => id);
    // A whole list that was copied needs no line for each of its entries.
    if (ids.length > 3) talk(`${by} replaces ${ids.length} entries that come with the tool.`);
    else for (const id of ids) talk(`${by} replaces the ${id} that comes with the tool.`);
  }
  if (templates.length > 0 && !flags.quiet) talk(`Templates of your own: ${templates.join(', ')}.`);
}

/** What was made, by kind, and where to look first. */
function summary({ made: all, kept, removed, out }: BuildReport): string {
  const [made, packs] = [all.filter(isDocument), all.filter((one) => !isDocument(one))];
  if (made.length === 0) return 'No documents were made.\n';
  const kinds = new Map<string, number>();
  for (const { kind } of made) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const pages = made.reduce((sum, document) => sum + document.pages, 0);
  const documents = `${count(made.length, 'document')} with ${count(pages, 'page')}`;
  const printed = made.filter(({ path }) => !kept.includes(path)).length;
  const list = [...kinds].map(([kind, count]) => `  ${String(count).padStart(3)}  ${kind}`);
  const first = made.find(({ kind }) => kind === 'teacher-notes') ?? made[0];
  return [
    printed === 0
      ? `Nothing has changed. ${documents} in ${shown(out)}:`
      : `${documents} in ${shown(out)}${kept.length > 0 ? `, ${printed} of them made now` : ''}:`,
    ...list,
    ...packs.map(({ path }) => `Packed into ${shown(out)}${path}`),
    ...(removed.length > 0
      ? [`${count(removed.length, 'document')} of an earlier build no longer made, so removed.`]
      : []),
    `Look first at ${shown(out)}${first?.path ?? ''}`,
    '',
  ].join('\n');
}

/** An output folder as people see it. */
export function shown(out: string): string {
  const path = relative(process.cwd(), out);
  return `${path === '' ? '.' : path.startsWith('..') ? out : path}/`;
}

function isDocument({ kind }: { kind: string }): boolean {
  return kind !== 'pack';
}
