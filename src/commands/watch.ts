import { basename, dirname, resolve } from 'node:path';
import chalk from 'chalk';
import { watch } from 'chokidar';
import { onStop } from '../browser/cleanup.js';
import type { Press } from '../browser/press.js';
import { openPress } from '../browser/press.js';
import type { BuildResult } from '../build/build.js';
import { buildWith, pagesAtOnce } from '../build/build.js';
import { packagedTemplates } from '../html/packaged-templates.js';
import { contentBase, lessonFolders, ownTemplates, settingsFile } from '../library/content.js';
import { count } from '../terminal/count.js';
import { UserError } from '../terminal/errors.js';
import { talk } from '../terminal/streams.js';
import type { BuildFlags } from './build.js';
import { sayReport } from './build.js';
import { optionsFrom, reportOf, sayFailed, sayRefused } from './build-anew.js';

/** A program that saves a file touches it more than once: what follows within this time is one change. */
const togetherMs = 25;

/**
 * `pshe build --watch`: builds, and builds again whenever a file that it may be made of is saved, until it is told to stop.
 * What is wrong is said, and the documents of before stay until it is mended.
 */
export async function watchCommand(what: string[], flags: BuildFlags): Promise<never> {
  const press = openPress(flags.browser, pagesAtOnce(flags));
  onStop(() => press.close());
  await buildOnce(what, flags, press, null);
  return new Promise<never>((_resolve, reject) => {
    const changes = new Set<string>();
    let timer: NodeJS.Timeout | null = null;
    let building = Promise.resolve();
    const begin = () => {
      const changed = [...changes];
      changes.clear();
      building = building.then(() => buildOnce(what, flags, press, changed));
      building.catch(reject);
    };
    const watcher = watch(watched(flags), { ignoreInitial: true, ignored: isHidden });
    watcher.on('all', (_event, path) => {
      changes.add(resolve(path));
      if (timer) clearTimeout(timer);
      timer = setTimeout(begin, togetherMs);
    });
    watcher.once('ready', () => talk(chalk.dim('Waiting for changes; Ctrl+C ends it.')));
    watcher.on('error', reject);
  });
}

/** What programs leave beside files for themselves. */
function isHidden(path: string): boolean {
  return basename(path).startsWith('.');
}

/** All that a build may be made of. */
function watched({ content, profile }: BuildFlags): string[] {
  const folders = lessonFolders(content);
  const templates = ownTemplates(folders);
  return [
    ...folders,
    packagedTemplates,
    ...(templates === null ? [] : [templates]),
    resolve(contentBase(content), settingsFile),
    ...(profile || []).map((name) => resolve(name)),
  ];
}

/**
 * Builds, and says what came of it.
 * @param changed the files that were saved, whose documents come first; null for the first time
 */
async function buildOnce(
  what: string[],
  flags: BuildFlags,
  press: Press,
  changed: readonly string[] | null,
): Promise<void> {
  const begun = performance.now();
  try {
    const options = await optionsFrom(what, flags);
    const built = await buildWith(changed === null ? options : { ...options, rank: rankBy(changed) }, press);
    say(built, flags, changed === null, performance.now() - begun);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    talk(`${chalk.red('pshe:')} ${error.message}\n${error.hint}`);
  }
}

function say(built: BuildResult, flags: BuildFlags, first: boolean, ms: number): void {
  if (built.refused) {
    sayRefused(built);
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

/** Documents of the files that were saved come first, then those of their neighbours. */
function rankBy(changed: readonly string[]): (source: string) => number {
  const files = new Set(changed);
  const folders = new Set(changed.flatMap((path) => [dirname(path), dirname(dirname(path))]));
  return (source) => (files.has(source) ? 0 : folders.has(dirname(source)) ? 1 : 2);
}
