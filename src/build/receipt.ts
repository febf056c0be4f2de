import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../browser/find.js';
import { browserIdentity } from '../browser/identity.js';
import { digestOf } from '../cache/files.js';
import type { Input } from '../cache/store.js';
import { digest, openStore } from '../cache/store.js';
import { fontsDigest } from '../html/fonts.js';
import { packagedTemplates } from '../html/packaged-templates.js';
import { contentBase, lessonFolders, ownTemplates, settingsFile } from '../library/content.js';
import { sourceDate, todayFrom } from '../library/dates.js';
import { profileFiles } from '../library/profile-files.js';
import type { BuildReport } from './report.js';

/** What a build that went well was made of beside the library, and what it left behind. */
interface Receipt {
  report: BuildReport;
  /** The files that it left, and how each lay there. */
  files: { path: string; stamp: string }[];
  /** Files from outside of the library that have a part in it, with the digests of their bytes. */
  beside: { path: string; sha256: string }[];
  /** What each name of --profile meant. */
  profiles: { name: string; files: string[] }[];
}

/** Who asks for a build, in words of the command line. */
export interface Asked {
  content?: string | undefined;
  browser?: string | undefined;
  today?: string | undefined;
  /** All else that decides what is made, as JSON can hold it. */
  wish: unknown;
}

/** The receipts of builds that were asked for in the same words, of the very same bytes. */
export interface Receipts {
  /** The receipt of a build that would leave everything as it lies there; null where something has changed. */
  find(): Promise<BuildReport | null>;
  /** Keeps a receipt, unless something that it was made of has changed on the way. */
  keep(report: BuildReport, of: { files: string[]; beside: string[]; profiles: string[] }): Promise<void>;
}

/**
 * Opens the receipts for a build. All bytes that it may be made of are read and digested, and none of them is looked into.
 * @throws UserError for a content folder or a day that is none
 * @throws UnableError where there is no browser
 */
export async function openReceipts(asked: Asked): Promise<Receipts> {
  const store = openStore('receipts');
  const before = await inputsOf(asked);
  return {
    async find() {
      const receipt = store.read(before) as Receipt | undefined;
      return receipt && (await isAsItWas(receipt)) ? receipt.report : null;
    },
    async keep(report, { files, beside, profiles }) {
      if (digest(await inputsOf(asked)) !== digest(before)) return;
      const receipt: Receipt = {
        report,
        files: files.map((path) => ({ path, stamp: stampOf(path) })),
        beside: beside.map((path) => ({ path, sha256: digestOf(readFileSync(path)) })),
        profiles: await Promise.all(profiles.map(async (name) => ({ name, files: await profileFiles(name) }))),
      };
      store.write(before, receipt);
    },
  };
}

async function inputsOf({ content, browser, today, wish }: Asked): Promise<Input[]> {
  const folders = lessonFolders(content);
  const templates = ownTemplates(folders);
  const settings = join(contentBase(content), settingsFile);
  const found = await findBrowser(browser);
  const all = [...folders, packagedTemplates, ...(templates === null ? [] : [templates])];
  return [
    JSON.stringify([process.cwd(), content, todayFrom(today), sourceDate(), wish]),
    await browserIdentity(found.path),
    fontsDigest(),
    existsSync(settings) ? readFileSync(settings) : '',
    ...all.flatMap((folder) => [folder, ...filesBelow(folder)]),
  ];
}

/** The names and bytes of all files below a folder, whatever they are; nothing where there is none. */
function filesBelow(folder: string): Input[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry): Input[] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return [entry.name, ...filesBelow(path), '/'];
      // A link may lead to anything, or nowhere.
      return [entry.name, statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : ''];
    });
}

async function isAsItWas({ files, beside, profiles }: Receipt): Promise<boolean> {
  try {
    if (!files.every(({ path, stamp }) => stampOf(path) === stamp)) return false;
    if (!beside.every(({ path, sha256 }) => digestOf(readFileSync(path)) === sha256)) return false;
    for (const { name, files: before } of profiles) {
      if ((await profileFiles(name)).join('\n') !== before.join('\n')) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** How a file lies there: whoever writes to it or puts another in its place changes this. */
function stampOf(path: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}
