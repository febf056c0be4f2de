import { constants, realpathSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import PQueue from 'p-queue';
import { goOn } from '../browser/cleanup.js';
import { findBrowser } from '../browser/find.js';
import { browserIdentity } from '../browser/identity.js';
import type { RunningBrowser } from '../browser/launch.js';
import { startBrowser } from '../browser/launch.js';
import { createPrinter } from '../browser/pages.js';
import type { FindingInWords } from '../check/run.js';
import { pictureFile, pictureUrl } from '../html/assets.js';
import { fontsDigest } from '../html/fonts.js';
import { createRenderer } from '../html/render.js';
import type { Templates } from '../html/templates.js';
import type { Library } from '../library/library.js';
import { UnableError } from '../terminal/errors.js';
import { version } from '../version.js';
import { openKnownDocuments } from './known-documents.js';
import type { Done, Failure, MakeOptions, Tools } from './make.js';
import { makeJob } from './make.js';
import type { ManifestDocument } from './manifest.js';
import { writeManifest } from './manifest.js';
import type { Job } from './plan.js';
import { createComposer } from './plan.js';

export interface PrintOptions extends MakeOptions {
  /** How many documents are printed at once. */
  jobs: number;
  /** Whether documents that were made before are made again. */
  force: boolean;
  templates: Templates;
  /** What the check says of the library. */
  findings: readonly FindingInWords[];
  /** Whether an earlier document is one that is no longer made. */
  stale(document: ManifestDocument): boolean;
  /** Called when a document is done: made now, known from before, or not to be made. */
  onDone?(job: Job, outcome: Outcome): void;
}

/** What became of a job. */
type Outcome = 'made' | 'kept' | 'failed';

export interface PrintResult {
  /** All documents that are there now as they should be. */
  made: ManifestDocument[];
  /** The paths of those of them that nothing had changed in since they were printed. */
  kept: string[];
  failed: Failure[];
  removed: string[];
  /** The version of the browser. */
  browser: string;
  /** Pictures outside of the library that are in documents, such as the logos of schools. */
  pictures: string[];
}

/** A browser that is on its way, and what tells it from others before it is there. */
export interface OpeningBrowser {
  identity: Promise<string>;
  running: Promise<RunningBrowser>;
}

/** Finds and starts the browser; to be called early, so that it starts while the library is read. */
export function openBrowser(named: string | undefined): OpeningBrowser {
  const found = findBrowser(named);
  const opening = { identity: found.then(({ path }) => browserIdentity(path)), running: found.then(startBrowser) };
  // They may fail before anybody waits for them.
  for (const promise of Object.values(opening)) promise.catch(() => undefined);
  return opening;
}

/**
 * Prints planned documents, a few at once, and leaves those alone that would become the same again. One that fails does
 * not stop the others; a file appears complete or not at all; the manifest is written last.
 * @throws UnableError when the output folder can't be written
 * @throws StoppedError when the process is told to stop on the way
 */
export async function printJobs(
  library: Library,
  planned: readonly Job[],
  browser: OpeningBrowser,
  options: PrintOptions,
): Promise<PrintResult> {
  await prepareFolder(options.out);
  const folders = [...library.folders, ...profileFolders(library)];
  const pictures = new Set<string>();
  const renderer = createRenderer((file, source, grey) => {
    const path = pictureFile(file, source, folders);
    if (!library.folders.some((folder) => path.startsWith(folder + sep))) pictures.add(path);
    return pictureUrl(file, source, folders, grey);
  }, options);
  const compose = createComposer(library, options.findings);
  const known = openKnownDocuments(options.force);
  const tools: Tools = {
    library,
    renderer,
    compose,
    known,
    browser: `${await browser.identity} ${fontsDigest()}`,
    running: browser.running,
    printer: once(async () => createPrinter(await browser.running, options.jobs)),
  };
  // One more than print at once: while it waits for its page, it is composed, and the one before it is finished.
  const queue = new PQueue({ concurrency: options.jobs + 1 });
  const done: Done[] = [];
  const failed: Failure[] = [];

  await queue.addAll(
    planned.map((job) => async () => {
      goOn();
      const result = await makeJob(job, tools, options);
      goOn();
      if ('document' in result) done.push(result);
      else failed.push(result);
      options.onDone?.(job, 'document' in result ? (result.kept ? 'kept' : 'made') : 'failed');
    }),
  );
  const order = new Map(planned.map((job, index) => [job.path, index]));
  done.sort((one, other) => (order.get(one.document.path) ?? 0) - (order.get(other.document.path) ?? 0));
  const made = done.map(({ document }) => document);
  const version = done.find(({ browser: printed }) => printed !== '')?.browser ?? '';
  const removed = await writeManifest(options.out, made, tool, version, options.stale);
  const kept = done.filter((one) => one.kept).map(({ document }) => document.path);
  return { made, kept, failed, removed, browser: version, pictures: [...pictures].sort() };
}

const tool = `pshe-packs ${version}`;

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

function once<T>(work: () => T): () => T {
  let done: { result: T } | null = null;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}
