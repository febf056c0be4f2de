import { resolve } from 'node:path';
import type { Store } from '../cache/store.js';
import { openStore } from '../cache/store.js';
import type { Levels } from '../check/levels.js';
import type { Finding } from '../check/rule.js';
import { bandMapComplete } from '../check/rules/band-map-complete.js';
import { checkLibrary, inWords } from '../check/run.js';
import { printsInWords } from '../documents/kind.js';
import { openTemplates } from '../html/templates.js';
import { contentBase, lessonFolders, ownTemplates } from '../library/content.js';
import { todayFrom } from '../library/dates.js';
import type { Entry, Library } from '../library/library.js';
import { loadLibrary } from '../library/load.js';
import { findProfiles } from '../library/profiles.js';
import type { Profile } from '../library/types.js';
import { UserError } from '../terminal/errors.js';
import type { Job } from './plan.js';
import { planBuild } from './plan.js';
import type { PrintOptions, PrintResult } from './run.js';
import { printJobs } from './run.js';
import { staleTest } from './stale.js';
import { usedFiles } from './used-files.js';
import type { CheckedWish } from './wish.js';
import { checkWish } from './wish.js';
import type { Works } from './works.js';
import { openWorks, pagesAtOnce } from './works.js';

export interface BuildOptions {
  /** Ids of lessons, sessions, units, campaigns or guides, or bands; none means everything. */
  what?: readonly string[];
  bands?: readonly string[];
  kinds?: readonly string[];
  /** Ways of printing: mono, large, tinted, bleed; none means as it is. */
  prints?: readonly string[];
  /** Formats: pdf, png, html; without them the usual one of each kind. */
  formats?: readonly string[];
  /** Ids of profiles, files, folders or globs; none means neutral documents. */
  profiles?: readonly string[];
  /** The folder that holds `lessons/`, laid over the package's own. */
  content?: string | undefined;
  /** The day to count awareness days from, as `2027-03-01`; the current day without it. */
  today?: string | undefined;
  /** The output folder; `out` without it. */
  out?: string;
  /** How many documents are printed at once; as many as there are processors without it. */
  jobs?: number;
  /** The longest that one document may take, in seconds. */
  timeoutSeconds?: number;
  browser?: string | undefined;
  /** How much single rules weigh, by id: off, warn or error. */
  rules?: Levels;
  /** Whether what was asked for also comes as packs, with a start page. */
  zip?: boolean;
  /** Build in spite of errors, with "Not checked" on every page. */
  allowErrors?: boolean;
  /** Work everything out again, and make all documents again. */
  force?: boolean;
  /** Only say what would be made. */
  dryRun?: boolean;
  /** Tells by the path of its source and its kind which documents come first: the lower, the sooner. */
  rank?(source: string, kind: string): number;
  onPlan?(jobs: readonly Job[]): void;
  onDone?: PrintOptions['onDone'];
}

export interface BuildResult extends PrintResult {
  library: Library;
  /** Templates beside the lessons that take the place of the tool's own. */
  templates: readonly string[];
  planned: Job[];
  /** The paths of the packs that were asked for. */
  packs: string[];
  /** Findings in the files that the documents are made of. */
  findings: Finding[];
  /** How many errors there are in files that these documents do not use. */
  elsewhere: number;
  /** Whether nothing was made because of errors in the content. */
  refused: boolean;
  out: string;
}

/**
 * Reads the library, checks it, and makes the documents that are asked for. Refuses content with errors in it unless
 * `allowErrors` says otherwise, and then touches nothing.
 * @throws UserError for words that nothing answers to
 * @throws UnableError when there is no browser or the folder can't be written
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const works = options.dryRun ? null : openWorks(options);
  try {
    return await buildWith(options, works, openStore('content', options.force));
  } finally {
    await works?.close();
  }
}

/**
 * Does what `build` does with works that stay open.
 * @param works null to print nothing
 * @param known what files hold, and what was found in them before
 */
export async function buildWith(options: BuildOptions, works: Works | null, known: Store): Promise<BuildResult> {
  const folders = lessonFolders(options.content);
  const templates = openTemplates(ownTemplates(folders));
  const library = await loadLibrary(folders, contentBase(options.content), todayFrom(options.today), known);
  const named = await findProfiles(library, options.profiles ?? []);
  const wish = checkWish(library, {
    what: options.what ?? [],
    bands: options.bands ?? [],
    kinds: options.kinds ?? [],
    formats: options.formats ?? [],
    prints: options.prints ?? [],
  });
  const all = checkLibrary(library, { levels: options.rules ?? {}, known });
  // Profiles that can't be used make no documents: those for no school in particular would take their place.
  const profiles = named.length > 0 || (options.profiles ?? []).length > 0 ? named : [null];
  const errors = all.filter((finding) => finding.severity === 'error');
  const used = await usedFiles(library, wish.what, named, options.profiles ?? []);
  const findings = all.filter((finding) => used(finding.file));
  const own = errors.filter((finding) => used(finding.file));
  const refused = options.allowErrors ? own.some(lacksText) : own.length > 0;
  const sound = !refused && withoutErrors(library, errors, options.allowErrors ?? false);
  const planned = sound ? planBuild(library, { ...wish, profiles }) : [];
  const out = resolve(options.out ?? 'out');
  const packs = options.zip ? await import('./packing.js') : null;
  const nothing = { made: [], kept: [], failed: [], removed: [], browser: '', pictures: [], left: [] };
  const base = {
    library,
    templates: templates.own,
    planned,
    packs: packs?.pathsOfPacks(library, wish.what, planned) ?? [],
    findings,
    elsewhere: errors.length - own.length,
    out,
    ...nothing,
  };
  if (refused) return { ...base, refused };
  if (planned.length === 0) sayNothingToMake(library, wish, named);
  options.onPlan?.(planned);
  if (!works) return { ...base, refused };

  const result = await printJobs(library, planned, works, {
    out,
    jobs: pagesAtOnce(options),
    timeoutMs: (options.timeoutSeconds ?? 60) * 1000,
    notChecked: own.length > 0,
    force: options.force ?? false,
    templates,
    findings: all.map(inWords),
    stale: staleTest(library, planned, profiles, wish.what.length === 0),
    pack: packs?.packing(library, wish.what, planned, out),
    ...(options.rank ? { rank: options.rank } : {}),
    ...(options.onDone ? { onDone: options.onDone } : {}),
  });
  return { ...base, ...result, refused };
}

/**
 * A wish that no document answers to is a slip, not a wish for nothing.
 * @throws UserError that says why there is nothing to make
 */
function sayNothingToMake(
  library: Library,
  { what, kinds, prints: ways, formats: files }: CheckedWish,
  profiles: readonly Entry<Profile>[],
): never {
  const out = profiles.flatMap(({ value }) => value['leave-out']?.lessons ?? []).filter((id) => what.includes(id));
  if (out.length > 0) {
    throw new UserError(
      `The profile leaves out ${out.join(', ')}, so there is nothing to make.`,
      'Take it out of “leave-out”, or leave --profile out.',
    );
  }
  const named = what.join(', ') || 'the library';
  if (ways.length > 0) {
    throw new UserError(
      `Nothing of ${named} can be printed ${printsInWords(ways)}.`,
      'Slides and pictures are for screens; only posters have a bleed. Leave --print and --bleed out for these.',
    );
  }
  if (files.length > 0 && kinds.length === 0) {
    throw new UserError(
      `Nothing of ${named} comes as ${files.join(' or ')}.`,
      'Slides, posters and guides come as html, pictures for social media as png, all else as pdf.',
    );
  }
  const able = [
    ...new Set(planBuild(library, { what, bands: [], kinds: [], profiles: [null] }).map((job) => job.kind)),
  ];
  throw new UserError(
    `There is nothing to make: ${named} has no ${kinds.join(' or ') || 'document'} for these bands and schools.`,
    able.length > 0 ? `It has: ${able.join(', ')}.` : 'See “pshe list” for what there is.',
  );
}

/** What says nothing to one of its bands can’t be made for it, whatever is allowed. */
function lacksText({ rule, args }: Finding): boolean {
  return rule === bandMapComplete.id && args.missing !== '';
}

/**
 * Takes plans with errors out of the library, so that nothing is ever made of them by the way; gives whether what
 * everything needs (frame, bands) is there.
 */
function withoutErrors(library: Library, errors: readonly Finding[], allow: boolean): boolean {
  const bad = new Set(errors.filter((finding) => !allow || lacksText(finding)).map((finding) => finding.file));
  for (const map of [library.lessons, library.sessions, library.units, library.campaigns, library.guides]) {
    for (const [id, entry] of map) if (bad.has(entry.source.name)) map.delete(id);
  }
  return library.frame !== null && library.bands.size > 0;
}
