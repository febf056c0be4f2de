import { constants, realpathSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PQueue from 'p-queue';
import { goOn } from '../browser/cleanup.js';
import type { FindingInWords } from '../check/run.js';
import { officeFontsDigest } from '../formats/office/fonts.js';
import { openPictures } from '../html/assets.js';
import { fontsDigest } from '../html/fonts.js';
import type { Renderer } from '../html/render.js';
import { createRenderer } from '../html/render.js';
import type { Templates } from '../html/templates.js';
import type { Library } from '../library/library.js';
import { UnableError } from '../terminal/errors.js';
import { version } from '../version.js';
import { createFreeMemory } from './free-memory.js';
import { openKnownDocuments } from './known-documents.js';
import type { Done, Failure, MakeOptions, Tools } from './make.js';
import { makeJob } from './make.js';
import type { ManifestDocument } from './manifest.js';
import { digestsIn, manifestFile, writeManifest } from './manifest.js';
import type { Job } from './plan.js';
import { createComposer, entryOf } from './plan.js';
import { stampOf } from './stamp.js';
import type { Works } from './works.js';
import { sweepParts } from './write-whole.js';

export interface PrintOptions extends MakeOptions {
  /** How many documents are printed at once. */
  jobs: number;
  templates: Templates;
  /** What the check says of the library. */
  findings: readonly FindingInWords[];
  /**
   * Whether an earlier document is one that is no longer made, or a pack in which something is outdated.
   * @param changed the earlier documents that are not as they were, or no longer there
   */
  stale(document: ManifestDocument, changed: readonly ManifestDocument[]): boolean;
  /** Makes packs of what was made. */
  pack?: ((made: readonly ManifestDocument[], renderer: Renderer) => Promise<Packed[]>) | undefined;
  /** Tells by the path of its source and its kind which documents come first: the lower, the sooner. */
  rank?(source: string, kind: string): number;
  /** Called when a document is done: made now, known from before, or not to be made. */
  onDone?(job: Job, outcome: Outcome): void;
}

/** A pack that was made, and how it lay there when it was done. */
interface Packed {
  document: ManifestDocument;
  stamp: string;
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
  /** Pictures outside of the library that are in documents, such as the logos of schools, with the digests of their bytes. */
  pictures: { path: string; sha256: string }[];
  /** The files that are there now as they should be, and how each lay there when it was done. */
  left: { path: string; stamp: string }[];
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
  { press, finisher }: Works,
  options: PrintOptions,
): Promise<PrintResult> {
  await prepareFolder(options.out);
  const pictures = openPictures(library.folders, profileFolders(library));
  const renderer = createRenderer(pictures.urlOf, options);
  const compose = createComposer(library, options.findings);
  const known = openKnownDocuments(options.force);
  const tools: Tools = {
    library,
    renderer,
    compose,
    known,
    listed: await digestsIn(options.out),
    press,
    finisher,
    printedWith: `${await press.identity} ${fontsDigest()} ${officeFontsDigest()}`,
  };
  // Two more than print at once: while one waits for its page, it is composed, and another is finished.
  const queue = new PQueue({ concurrency: options.jobs + 2 });
  const freeMemory = createFreeMemory();
  const done: Done[] = [];
  const failed: Failure[] = [];

  const tasks = inTurn(library, planned, options.rank).map((job) => async () => {
    // What was composed before it is on its way to the browser then.
    await nextTurn();
    goOn();
    const result = await makeJob(job, tools, options);
    goOn();
    freeMemory();
    if ('document' in result) done.push(result);
    else failed.push(result);
    options.onDone?.(job, 'document' in result ? (result.kept ? 'kept' : 'made') : 'failed');
  });
  try {
    // Somebody waits for the first of what was saved: it has the machine for itself.
    if (options.rank) await queue.addAll(tasks.splice(0, 1));
    await queue.addAll(tasks);
  } catch (error) {
    // Nothing goes on behind the back of whoever hears of this.
    queue.clear();
    await queue.onIdle();
    throw error;
  }
  const order = new Map(planned.map((job, index) => [job.path, index]));
  done.sort((one, other) => (order.get(one.document.path) ?? 0) - (order.get(other.document.path) ?? 0));
  const packs =
    (await options.pack?.(
      done.map(({ document }) => document),
      renderer,
    )) ?? [];
  const made = [...done, ...packs].map(({ document }) => document);
  const version = done.find(({ browser: printed }) => printed !== '')?.browser ?? '';
  const manifest = join(options.out, manifestFile);
  const removed = await writeManifest(options.out, made, tool, version, options.stale);
  const kept = done.filter((one) => one.kept).map(({ document }) => document.path);
  const left = [
    ...[...done, ...packs].map(({ document, stamp }) => ({ path: join(options.out, document.path), stamp })),
    { path: manifest, stamp: stampOf(manifest) },
  ];
  return { made, kept, failed, removed, browser: version, pictures: pictures.seen(), left };
}

const tool = `pshe-packs ${version}`;

function inTurn(library: Library, planned: readonly Job[], rank: PrintOptions['rank']): readonly Job[] {
  if (!rank) return planned;
  const rankOf = new Map(planned.map((job) => [job, rank(entryOf(library, job).source.path, job.kind)]));
  return planned.toSorted((one, other) => (rankOf.get(one) as number) - (rankOf.get(other) as number));
}

/** Folders with profiles in them that lie elsewhere, where their logos are. */
function profileFolders(library: Library): string[] {
  return [...new Set([...library.profiles.values()].map(({ source }) => realpathSync(dirname(source.path))))];
}

async function prepareFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
    sweepParts(out);
  } catch (error) {
    throw new UnableError(
      `The output folder ${out} can’t be written: ${(error as Error).message}`,
      'Choose another folder with --out, or change the rights of this one.',
    );
  }
}
