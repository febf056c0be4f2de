import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { licenceOf } from '../build/identity.js';
import type { ManifestDocument } from '../build/manifest.js';
import type { Job } from '../build/plan.js';
import { entryOf, everything, isOf, selectJob } from '../build/plan.js';
import { stampOf } from '../build/stamp.js';
import { writeWhole } from '../build/write-whole.js';
import { digestOf } from '../cache/files.js';
import { documentKinds } from '../documents/index.js';
import type { BaseModel } from '../documents/kind.js';
import { finishHtml } from '../formats/html/finish.js';
import { zipOf } from '../formats/zip.js';
import type { Renderer } from '../html/render.js';
import { sourceDate } from '../library/dates.js';
import type { Library } from '../library/library.js';
import type { Files } from '../library/types.js';
import type { SelectedPlan } from '../select/select.js';
import { statusOf } from '../sign-off/state.js';
import { count } from '../terminal/count.js';
import { version } from '../version.js';
import type { Chosen, Shelf } from './shelves.js';
import { folderOf, isForParents, ownLevels, sharedLevels, shelfOf } from './shelves.js';
import type { PackedFile, Section, StartPageModel } from './start-page.js';
import { jsonLd, learningResource, lessonInShort, linkTo } from './start-page.js';

/** A document that was made, and what it was planned as. */
interface PackedDocument {
  job: Job;
  document: ManifestDocument;
}

/** A pack to make: one ZIP. */
interface Pack<Of extends { job: Job }> {
  path: string;
  /** What it holds: an id, a unit or a band; `all` for everything. */
  of: string;
  profile: string | null;
  parents: boolean;
  documents: Of[];
}

/**
 * The packs of a build: one for each word that was asked for and each school, and beside each one for parents with what they
 * may see.
 * @param what the words of the wish; none means everything
 */
export function planPacks<Of extends { job: Job }>(
  library: Library,
  what: readonly string[],
  documents: readonly Of[],
): Pack<Of>[] {
  const words = what.length > 0 ? [...new Set(what)] : [everything];
  const profiles = [...new Set(documents.map(({ job }) => job.profile))];
  return words.flatMap((word) =>
    profiles.flatMap((profile) =>
      [false, true].flatMap((parents): Pack<Of>[] => {
        const own = documents.filter(
          ({ job }) => job.profile === profile && isOf(library, job, word) && (!parents || isForParents(job)),
        );
        const name = [word === everything ? 'pshe-packs' : word, parents ? 'for-parents' : null, profile];
        const path = `${name.filter(Boolean).join('-')}.zip`;
        return own.length > 0 ? [{ path, of: word, profile, parents, documents: own }] : [];
      }),
    ),
  );
}

/**
 * Writes a pack into the output folder.
 * @throws when a document of it can't be read, or the pack can't be written
 */
export async function writePack(
  pack: Pack<PackedDocument>,
  { library, renderer, out }: { library: Library; renderer: Renderer; out: string },
): Promise<{ document: ManifestDocument; stamp: string }> {
  const placed = pack.documents.map((document) => placeOf(library, document));
  const shared = sharedLevels(placed.map(({ shelf }) => shelf));
  const model = startPage(library, pack, placed, shared);
  const dates = pack.documents.map(({ job }) => (entryOf(library, job).value as { updated: string }).updated);
  const date = sourceDate() ?? new Date(`${dates.sort().at(-1)}T00:00:00Z`);
  const identity = {
    ...{ title: model.title, subject: `${model.subject}. ${model.status}.`, keywords: model.keywords },
    ...{
      author: model.school ?? 'pshe-packs',
      language: 'en-GB',
      licence: null,
      creator: `pshe-packs ${version}`,
      date,
    },
  };
  const page = finishHtml(renderer.renderForScreens('pack', model, '', identity));
  const files = await Promise.all(
    placed.map(async (one) => ({
      path: pathIn(one, shared),
      bytes: await readFile(join(out, one.document.document.path)),
    })),
  );
  const bytes = zipOf([{ path: 'index.html', bytes: page }, ...files], date);
  await writeWhole(join(out, pack.path), bytes);
  const bands = new Set(pack.documents.map(({ job }) => job.band));
  const document: ManifestDocument = {
    ...{ path: pack.path, kind: 'pack', format: 'zip', profile: pack.profile, print: null, size: null },
    band: bands.size === 1 ? ([...bands][0] as string | null) : null,
    ...{ source: null, lesson: pack.of, title: model.title, pages: 0 },
    ...{ bytes: bytes.length, sha256: digestOf(bytes) },
  };
  return { document, stamp: stampOf(join(out, pack.path)) };
}

/** A document with its place in the pack. */
interface Placed {
  document: PackedDocument;
  chosen: Chosen;
  shelf: Shelf;
}

function placeOf(library: Library, document: PackedDocument): Placed {
  const chosen = selectJob(library, document.job) as Chosen;
  return { document, chosen, shelf: shelfOf(document.job, chosen) };
}

/** The path of a document in the pack: a folder that says whose it is, and the name that it has outside of the pack too. */
function pathIn({ document: { document }, shelf }: Placed, shared: readonly string[]): string {
  return `${folderOf(shelf, shared)}/${document.path}`;
}

function startPage(
  library: Library,
  pack: Pack<PackedDocument>,
  placed: readonly Placed[],
  shared: readonly string[],
): StartPageModel {
  const first = placed[0] as Placed;
  const headline = shared.at(-1) ?? (pack.of === everything ? 'All lessons, posters and guides' : 'Lessons and more');
  const plans = placed.filter(({ document: { job } }) => job.of === 'plan');
  const school = first.chosen.school.name;
  const statuses = new Set(placed.map(({ document: { job } }) => statusOf(library, entryOf(library, job)).full));
  const status = statuses.size === 1 ? ([...statuses][0] as string) : 'Some of it is a draft, not reviewed';
  const about = pack.parents ? 'For parents and carers' : plans.length > 0 ? 'For teachers' : null;
  return {
    title: `${headline}: ${pack.parents ? 'pack for parents' : 'pack'}`,
    subject: `${about ?? 'Pack'}, with ${count(placed.length, 'document')}`,
    keywords: ['PSHE education', ...new Set(placed.flatMap(({ shelf }) => shelf.levels.slice(0, 2)))],
    palette:
      pack.parents || plans.length === 0 ? 'staff' : ((plans[0] as Placed).document.job.band as BaseModel['palette']),
    status,
    shortStatus: status,
    school,
    headline,
    label: [...shared.slice(0, -1), about, school].filter(Boolean).join(' · '),
    intro: pack.parents ? introForParents : plans.length > 0 ? introForTeachers : introForAll,
    sections: sectionsOf(library, placed, shared),
    data: jsonLd(headline, resourcesOf(library, plans)),
  };
}

const introForTeachers =
  'Open a lesson’s notes first: they say what to have ready and whom to tell. Everything that is shown or handed out is below, and each file opens with a click.';
const introForAll = 'Everything is below, and each file opens with a click.';
const introForParents =
  'This is what pupils see, hear and take home in these lessons. You are welcome to ask the school about any of it, and to see more.';

function sectionsOf(library: Library, placed: readonly Placed[], shared: readonly string[]): Section[] {
  const sections = new Map<string, { section: Section; of: Placed[] }>();
  for (const one of placed) {
    const levels = ownLevels(one.shelf, shared);
    const key = levels.join('\n');
    const heading = levels.at(-1) ?? (one.shelf.levels.at(-1) as string);
    const known = sections.get(key) ?? {
      section: { above: levels.slice(0, -1), heading, lesson: null, files: [] },
      of: [],
    };
    known.of.push(one);
    sections.set(key, known);
  }
  return [...sections.values()].map(({ section, of }) => {
    const plan = of.find(({ document: { job } }) => job.of === 'plan');
    const lesson = plan
      ? lessonInShort(plan.chosen as SelectedPlan, statusOf(library, entryOf(library, plan.document.job)))
      : null;
    return { ...section, lesson, files: of.map((one) => linkTo(fileOf(one, shared))) };
  });
}

function fileOf(one: Placed, shared: readonly string[]): PackedFile {
  const { job, document } = one.document;
  const kind = documentKinds.find(({ id, of }) => id === job.kind && of === job.of);
  const name = kind?.name ?? job.kind;
  const details = [
    job.part?.replaceAll('-', ' '),
    job.size?.replace(/^a\d$/, (size) => size.toUpperCase()),
    job.print,
  ].filter(Boolean);
  return {
    path: pathIn(one, shared),
    name: `${name[0]?.toUpperCase()}${name.slice(1)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`,
    format: job.format,
    pages: document.pages,
    reader: one.shelf.reader,
  };
}

function resourcesOf(library: Library, plans: readonly Placed[]): Record<string, unknown>[] {
  const [statement] = library.statements.values();
  const { guidance } = (statement?.source.data ?? {}) as Files['statements'];
  const seen = new Set<string>();
  return plans.flatMap(({ chosen, document: { job } }) => {
    const key = `${job.lesson} ${job.band}`;
    if (seen.has(key) || !guidance) return [];
    seen.add(key);
    const entry = entryOf(library, job);
    return [
      learningResource(chosen as SelectedPlan, guidance, licenceOf(entry)?.url ?? null, statusOf(library, entry)),
    ];
  });
}
