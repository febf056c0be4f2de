import { EventEmitter, once } from 'node:events';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import chalk from 'chalk';
import { watch } from 'chokidar';
import { onStop } from '../browser/cleanup.js';
import type { BuildResult } from '../build/build.js';
import { buildWith } from '../build/build.js';
import { stampOf } from '../build/stamp.js';
import type { Works } from '../build/works.js';
import { openWorks } from '../build/works.js';
import type { Store } from '../cache/store.js';
import { openStore, remember } from '../cache/store.js';
import { formats } from '../documents/kind.js';
import { packagedTemplates } from '../html/packaged-templates.js';
import { contentBase, lessonFolders, ownTemplates, settingsFile } from '../library/content.js';
import { profilePlace } from '../library/profile-files.js';
import { count } from '../terminal/count.js';
import { asTrouble, UnableError } from '../terminal/errors.js';
import { talk } from '../terminal/streams.js';
import type { BuildFlags } from './build.js';
import { sayReport } from './build.js';
import { optionsFrom, reportOf, sayFailed, sayRefused } from './build-anew.js';

/** So many times that long a watcher has for looking into a folder that is new. */
const mostRounds = 40;

/** How the names of files end that a build makes: documents, packs, captions and the manifest. */
const madeEndings = [...formats, 'zip', 'txt', 'json'].map((ending) => `.${ending}`);

/** A program that saves a file touches it more than once: what follows within this time is one change. */
const togetherMs = 25;

/** For so long after it has told of a change chokidar says nothing of another to the same file. */
const untoldMs = 50;

/**
 * `pshe build --watch`: builds, and builds again whenever a file that it may be made of is saved, until it is told to stop.
 * What is wrong is said, and the documents of before stay until it is mended.
 * @throws UnableError when the system does not let it watch
 */
export async function watchCommand(what: string[], flags: BuildFlags): Promise<never> {
  const works = openWorks(flags);
  onStop(() => works.close());
  const saved = await openSaved(placesOf(flags));
  const known = remember(openStore('content', flags.force));
  try {
    for (let changed: readonly string[] | null = null; ; changed = await saved.next()) {
      known.turn();
      await buildOnce(what, flags, { works, known, saved }, changed);
      if (changed === null) talk(chalk.dim('Waiting for changes; Ctrl+C ends it.'));
    }
  } finally {
    await saved.close();
  }
}

/** Files that are saved while this is open. */
interface Saved {
  /** Watches more, except for what lies below the folder `out`. */
  also(places: readonly string[], out: string): void;
  /** What was saved since the last time; waits until there is something. */
  next(): Promise<string[]>;
  close(): Promise<void>;
}

async function openSaved(places: readonly string[]): Promise<Saved> {
  let out: string | null = null;
  const watched = new Set(places.map(realPlace));
  const isIn = (path: string, folder: string) => path === folder || path.startsWith(folder + sep);
  /** Whether a path lies where documents are put, and not where lessons lie inside of that; there, whether it is a document. */
  const isMade = (path: string) =>
    out !== null &&
    isIn(path, out) &&
    ((dirname(path) === out && madeEndings.includes(extname(path))) ||
      ![...watched].some((place) => isIn(place, out as string) && (isIn(path, place) || isIn(place, path))));
  /** What programs keep beside files for themselves, and what this one makes. */
  const isPassedOver = (path: string) => /^(?:\..*|node_modules)$/.test(basename(path)) || isMade(resolve(path));
  const changes = new Set<string>();
  const newFolders = new Set<string>();
  const told = new EventEmitter();
  const watcher = watch([...watched], {
    ignoreInitial: true,
    // No lesson is read through a link; one in the folder may lead to the whole computer.
    followSymlinks: false,
    ignored: isPassedOver,
  });
  watcher.on('addDir', (path) => newFolders.add(resolve(path)));
  watcher.on('all', (_event, path) => {
    changes.add(resolve(path));
    told.emit('change');
  });
  // Whether a single file can be read, the build says; here it matters only whether the system watches at all.
  const failure = new Promise<never>((_resolve, reject) =>
    watcher.on('error', (error) => {
      if (['ENOSPC', 'EMFILE', 'ENFILE'].includes((error as NodeJS.ErrnoException).code ?? '')) reject(error);
    }),
  );
  failure.catch(() => undefined);
  const ready = new Promise<void>((done) => watcher.once('ready', done));
  const orFail = async <T>(work: Promise<T>) => {
    try {
      return await Promise.race([work, failure]);
    } catch (error) {
      throw new UnableError(
        `The files can’t be watched: ${(error as Error).message}`,
        'Build without --watch, or let the system watch more files at once.',
      );
    }
  };
  await orFail(ready);
  const isSeen = (folder: string) => {
    const seen = watcher.getWatched()[folder] ?? [];
    return namesIn(folder).every((name) => seen.includes(name) || isPassedOver(join(folder, name)));
  };
  /** Waits until the watcher has looked into new folders: it would not tell of what is taken out of them again before. */
  const lookIntoNew = async () => {
    for (let round = 0; round < mostRounds && ![...newFolders].every(isSeen); round += 1) await wait(togetherMs);
    newFolders.clear();
  };
  /** Looks once more at files that are about to be read: the watcher may keep to itself that they are saved again. */
  const lookAgain = (paths: readonly string[]) => {
    const files = paths
      .map((path) => ({ path, stamp: stampOf(path) }))
      .filter(({ stamp }) => !stamp.startsWith('other'));
    setTimeout(() => {
      for (const { path, stamp } of files) {
        if (stampOf(path) === stamp) continue;
        changes.add(path);
        told.emit('change');
      }
    }, untoldMs).unref();
  };
  return {
    also(more, folder) {
      out = realPlace(folder);
      const real = more.map(realPlace);
      for (const place of real) watched.add(place);
      watcher.add(real);
    },
    async next() {
      if (changes.size === 0) await orFail(once(told, 'change'));
      for (let before = 0; before < changes.size; ) {
        before = changes.size;
        await wait(togetherMs);
        await lookIntoNew();
      }
      const all = [...changes];
      changes.clear();
      lookAgain(all);
      return all;
    },
    close: () => watcher.close(),
  };
}

/** The names in a folder; none where it is gone again. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A place by the name that it has without links; as it is where there is nothing yet. */
function realPlace(place: string): string {
  return existsSync(place) ? realpathSync(place) : place;
}

/** Where all lies that any build is made of. */
function placesOf({ content }: BuildFlags): string[] {
  const folders = lessonFolders(content);
  const templates = ownTemplates(folders);
  return [
    ...folders,
    packagedTemplates,
    ...(templates === null ? [] : [templates]),
    resolve(contentBase(content), settingsFile),
  ];
}

/**
 * Builds, and says what came of it.
 * @param changed the files that were saved, whose documents come first; null for the first time
 */
async function buildOnce(
  what: string[],
  flags: BuildFlags,
  { works, known, saved }: { works: Works; known: Store; saved: Saved },
  changed: readonly string[] | null,
): Promise<void> {
  const begun = performance.now();
  try {
    const options = await optionsFrom(what, flags);
    const out = resolve(options.out ?? 'out');
    saved.also((options.profiles ?? []).map(profilePlace), out);
    const first = changed === null;
    const built = await buildWith(first ? options : { ...options, force: false, rank: rankBy(changed) }, works, known);
    saved.also(
      built.pictures.map(({ path }) => path),
      out,
    );
    say(built, flags, first, performance.now() - begun);
  } catch (error) {
    const trouble = asTrouble(error);
    if (trouble === null) throw error;
    talk(`${chalk.red('pshe:')} ${trouble.message}\n${trouble.hint}`);
  }
}

function say(built: BuildResult, flags: BuildFlags, first: boolean, ms: number): void {
  if (built.refused) {
    sayRefused(built, flags);
    return;
  }
  sayFailed(built);
  if (first) sayReport(reportOf(built), flags);
  const kept = new Set(built.kept);
  const made = built.made.filter(({ path }) => !kept.has(path)).map(({ path }) => path);
  if (first || flags.quiet) return;
  const took = `${(ms / 1000).toFixed(1)} s`;
  talk(made.length === 0 ? `Nothing to print (${took}).` : `${count(made.length, 'document')} in ${took}:`);
  for (const path of made) talk(`  ${path}`);
}

/** Documents of the files that were saved come first, their slides before all, then those of their neighbours. */
function rankBy(changed: readonly string[]): (source: string, kind: string) => number {
  const files = new Set(changed);
  const folders = new Set(changed.flatMap((path) => [dirname(path), dirname(dirname(path))]));
  return (source, kind) => {
    if (files.has(source)) return kind === 'slides' ? 0 : 1;
    return folders.has(dirname(source)) ? 2 : 3;
  };
}
