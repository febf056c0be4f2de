import { constants, realpathSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import PQueue from 'p-queue';
import writeFileAtomic from 'write-file-atomic';
import { goOn, StoppedError } from '../browser/cleanup.js';
import { findBrowser } from '../browser/find.js';
import type { RunningBrowser } from '../browser/launch.js';
import { startBrowser } from '../browser/launch.js';
import type { Printer } from '../browser/pages.js';
import { createPrinter } from '../browser/pages.js';
import type { PageProblem } from '../browser/problems.js';
import type { Finding } from '../check/rule.js';
import { pictureFile } from '../check/rules/picture-file.js';
import { tooLong } from '../check/rules/too-long.js';
import type { FindingInWords } from '../check/run.js';
import type { BaseModel } from '../documents/kind.js';
import { pictureUrl } from '../html/assets.js';
import type { Renderer } from '../html/render.js';
import { createRenderer } from '../html/render.js';
import type { Templates } from '../html/templates.js';
import type { Library } from '../library/library.js';
import { oldest } from '../select/base.js';
import { fieldPath } from '../select/field-path.js';
import { openMarks } from '../select/marks.js';
import { UnableError } from '../terminal/errors.js';
import { version } from '../version.js';
import { identityOf } from './identity.js';
import type { ManifestDocument } from './manifest.js';
import { manifestEntry, writeManifest } from './manifest.js';
import type { Job } from './plan.js';
import { composeJob, entryOf, textOfJob } from './plan.js';
import { printPdf } from './print-pdf.js';

export interface PrintOptions {
  /** The output folder. */
  out: string;
  /** How many documents are printed at once. */
  jobs: number;
  /** The longest that one document may take. */
  timeoutMs: number;
  /** Whether every page says that the content was not checked. */
  notChecked: boolean;
  templates: Templates;
  /** What the check says of the library. */
  findings: readonly FindingInWords[];
  /** Whether an earlier document is one that is no longer made. */
  stale(document: ManifestDocument): boolean;
  /** Called when a document is done, well or not. */
  onDone?(job: Job, failure: Failure | null): void;
}

/** A document that could not be made, and why: findings with a place in the YAML, or words. */
export interface Failure {
  job: Job;
  findings: Finding[];
  reason: string | null;
}

export interface PrintResult {
  made: ManifestDocument[];
  failed: Failure[];
  removed: string[];
  browser: string;
}

/** Finds and starts the browser; to be called early, so that it starts while the library is read. */
export async function openBrowser(named: string | undefined): Promise<RunningBrowser> {
  return startBrowser(await findBrowser(named));
}

/**
 * Prints planned documents, a few at once. One that fails does not stop the others; a file appears complete or not at
 * all; the manifest is written last.
 * @throws UnableError when the output folder can't be written
 * @throws StoppedError when the process is told to stop on the way
 */
export async function printJobs(
  library: Library,
  planned: readonly Job[],
  browser: Promise<RunningBrowser>,
  options: PrintOptions,
): Promise<PrintResult> {
  await prepareFolder(options.out);
  const folders = [...library.folders, ...profileFolders(library)];
  const renderer = createRenderer((file, source, grey) => pictureUrl(file, source, folders, grey), options);
  const running = await browser;
  const printer = createPrinter(running);
  const queue = new PQueue({ concurrency: options.jobs });
  const made: ManifestDocument[] = [];
  const failed: Failure[] = [];

  await queue.addAll(
    planned.map((job) => async () => {
      goOn();
      const result = await printJob(library, job, renderer, printer, options);
      goOn();
      if ('path' in result) made.push(result);
      else failed.push(result);
      options.onDone?.(job, 'path' in result ? null : result);
    }),
  );
  const order = new Map(planned.map((job, index) => [job.path, index]));
  made.sort((one, other) => (order.get(one.path) ?? 0) - (order.get(other.path) ?? 0));
  const removed = await writeManifest(options.out, made, `pshe-packs ${version}`, running.version, options.stale);
  return { made, failed, removed, browser: running.version };
}

/** Folders with profiles in them that lie elsewhere, where their logos are. */
function profileFolders(library: Library): string[] {
  return [...new Set([...library.profiles.values()].map(({ source }) => realpathSync(dirname(source.path))))];
}

async function prepareFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
  } catch (error) {
    throw new UnableError(
      `The output folder ${out} can’t be written: ${(error as Error).message}`,
      'Choose another folder with --out, or change the rights of this one.',
    );
  }
}

async function printJob(
  library: Library,
  job: Job,
  renderer: Renderer,
  printer: Printer,
  { out, timeoutMs, notChecked, findings }: PrintOptions,
): Promise<ManifestDocument | Failure> {
  try {
    const model = composeJob(library, job, findings);
    const open = notChecked ? [] : openMarks(JSON.stringify(model));
    if (open.length > 0) {
      const marks = [...new Set(open)].join(', ');
      return { job, findings: [], reason: `Nothing fills in ${marks} for this school; see its nation in the profile.` };
    }
    const file = await makeFile(library, job, model, renderer, printer, { timeoutMs, notChecked });
    if ('findings' in file) return file;
    goOn();
    await writeFileAtomic(join(out, job.path), Buffer.from(file.bytes));
    return manifestEntry(job, model.title, file.pages, file.bytes);
  } catch (error) {
    if (error instanceof StoppedError) throw error;
    return { job, findings: [], reason: (error as Error).message };
  }
}

/** What printers ask for, in millimetres. */
const bleedMm = 3;

type Made = { bytes: Uint8Array; pages: number } | Failure;

/** The bytes of a document in the format of its job, or why there are none. */
async function makeFile(
  library: Library,
  job: Job,
  model: BaseModel,
  renderer: Renderer,
  printer: Printer,
  { timeoutMs, notChecked }: Pick<PrintOptions, 'timeoutMs' | 'notChecked'>,
): Promise<Made> {
  const entry = entryOf(library, job);
  const status = notChecked ? `Not checked. ${model.status}` : model.status;
  if (job.format === 'txt') {
    return { bytes: Buffer.from(textOfJob(job, { ...model, status })), pages: 1 };
  }
  const html = renderer.render(job.kind, model, entry.source.path, job.print);
  if (job.format === 'png') {
    const [width, height] = (job.size ?? '').split('x').map(Number) as [number, number];
    const { png, problems } = await printer.picture(html, { width, height }, timeoutMs);
    return problems.length > 0 ? failureOf(library, job, problems) : { bytes: png, pages: 1 };
  }
  const bleed = job.print === 'bleed' ? bleedMm : 0;
  const printed = await printPdf(printer, html, identityOf(model, entry, status), { timeoutMs, bleed });
  if ('problems' in printed) return failureOf(library, job, printed.problems);
  return 'reason' in printed ? { job, findings: [], reason: printed.reason } : printed;
}

/** Turns what the browser measured into findings at the fields of the YAML file. */
function failureOf(library: Library, job: Job, problems: readonly PageProblem[]): Failure {
  const { source } = entryOf(library, job);
  const reasons: string[] = [];
  const said = new Set<string>();
  const findings = problems.flatMap((problem): Finding[] => {
    if (said.has(problem.at) && problem.kind === 'overflow') return [];
    said.add(problem.at);
    if (problem.kind === 'font') {
      reasons.push(`The font ${problem.what} did not load.`);
      return [];
    }
    const path = fieldPath(source.data, problem.at, job.band ?? oldest);
    if (problem.kind === 'picture') {
      return [pictureFile.at(source, [...path, 'file'], { problem: 'unreadable', file: problem.what })];
    }
    const document = (problem.copiedFrom || job.kind).replace('-', ' ');
    const { direction, what: picture } = problem;
    return [tooLong.at(source, path, { document, amount: amountOf(problem), direction, picture })];
  });
  return { job, findings, reason: reasons.length > 0 ? reasons.join(' ') : null };
}

/** How far it runs over: in lines where it is about a line or more, else in millimetres. */
function amountOf({ over, lineHeight, direction }: PageProblem): string {
  const lines = Math.round(over / lineHeight);
  if (direction === 'down' && lines >= 1) return lines === 1 ? 'about 1 line' : `about ${lines} lines`;
  return `${Math.max(1, Math.round((over / 96) * 25.4))} mm`;
}
