import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../browser/find.js';
import { browserIdentity } from '../browser/identity.js';
import { digestOf } from '../cache/files.js';
import type { Input } from '../cache/store.js';
import { digest, openStore } from '../cache/store.js';
import { officeFontsDigest } from '../formats/office/fonts.js';
import { fontsDigest } from '../html/fonts.js';
import { packagedTemplates } from '../html/packaged-templates.js';
import { contentBase, lessonFolders, ownTemplates, settingsFile } from '../library/content.js';
import { sourceDate, todayFrom } from '../library/dates.js';
import { profileFiles } from '../library/profile-files.js';
import type { BuildReport } from './report.js';
import { stampOf } from './stamp.js';

/** What a build that went well was made of beside the library, and what it left behind. */
interface Receipt extends Beside {
  report: BuildReport;
  /** The files that it left, and how each lay there when it was done. */
  left: { path: string; stamp: string }[];
}

/** Files from outside of the library that have a part in a build, with the SHA-256 of their bytes. */
interface Beside {
  /** The files that each name of --profile meant. */
  profiles: { name: string; files: { path: string; sha256: string }[] }[];
  pictures: { path: string; sha256: string }[];
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
  /**
   * To be called before a build reads anything; what this gives keeps its receipt, unless something that it was made of
   * has changed on the way.
   * @param profiles names of --profile
   */
  begin(profiles: readonly string[]): Promise<KeepReceipt>;
}

/** Keeps the receipt of a build: what it came to, what it left, and the pictures from outside of the library as it read them. */
type KeepReceipt = (report: BuildReport, made: Pick<Receipt, 'left' | 'pictures'>) => Promise<void>;

/**
 * Opens the receipts for a build. All bytes that it may be made of are read and digested, and none of them is looked into.
 * @throws UserError for a content folder or a day that is none
 * @throws UnableError where there is no browser
 */
export async function openReceipts(asked: Asked): Promise<Receipts> {
  const store = openStore('receipts');
  const before = await digestOfInputs(asked);
  return {
    async find() {
      const receipt = store.read([before]) as Receipt | undefined;
      return receipt && (await isAsItWas(receipt)) ? receipt.report : null;
    },
    async begin(names) {
      const profiles = await Promise.all(names.map(profilesOf));
      return async (report, { left, pictures }) => {
        const receipt: Receipt = { report, left, profiles, pictures };
        if ((await isAsItWas(receipt)) && (await digestOfInputs(asked)) === before) store.write([before], receipt);
      };
    },
  };
}

async function digestOfInputs({ content, browser, today, wish }: Asked): Promise<string> {
  const folders = lessonFolders(content);
  const templates = ownTemplates(folders);
  const settings = join(contentBase(content), settingsFile);
  const found = await findBrowser(browser);
  const identity = await browserIdentity(found.path);
  const all = [...folders, packagedTemplates, ...(templates === null ? [] : [templates])];
  // One file at a time: a library of large pictures need not fit into memory.
  function* inputs(): Generator<Input> {
    yield JSON.stringify([process.cwd(), content, todayFrom(today), sourceDate(), wish]);
    yield identity;
    yield fontsDigest();
    yield officeFontsDigest();
    yield existsSync(settings) ? bytesOf(settings) : '';
    for (const folder of all) {
      yield folder;
      if (existsSync(folder)) yield* filesBelow(folder);
    }
  }
  return digest(inputs());
}

/** The names and bytes of all files below a folder, whatever they are. */
function* filesBelow(folder: string): Generator<Input> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    yield entry.name;
    if (entry.isDirectory()) {
      yield* filesBelow(path);
      yield '/';
    } else {
      if (entry.isSymbolicLink()) yield readlinkSync(path);
      yield bytesOf(path);
    }
  }
}

/** The bytes of a file; where it has none that can be read, how it lies there. */
function bytesOf(path: string): Input {
  const stamp = stampOf(path);
  if (!stamp.startsWith('file ')) return stamp;
  try {
    return readFileSync(path);
  } catch {
    return stamp;
  }
}

async function profilesOf(name: string): Promise<Beside['profiles'][number]> {
  const files = await profileFiles(name);
  return { name, files: files.map((path) => ({ path, sha256: digest([bytesOf(path)]) })) };
}

async function isAsItWas({ left, profiles, pictures }: Omit<Receipt, 'report'>): Promise<boolean> {
  if (!left.every(({ path, stamp }) => stampOf(path) === stamp)) return false;
  if (!pictures.every(({ path, sha256 }) => sha256 === digestNow(path))) return false;
  for (const before of profiles) {
    if (JSON.stringify(await profilesOf(before.name)) !== JSON.stringify(before)) return false;
  }
  return true;
}

function digestNow(path: string): string | null {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return null;
  }
}
