import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cacheFolder } from '../cache/folder.js';
import { UnableError } from '../terminal/errors.js';

const require = createRequire(import.meta.url);
const packageFolder = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))));
const { version } = require(join(packageFolder, 'package.json')) as { version: string };

/** Where the packaged browser is unpacked to: one folder for each version of it. */
export const unpackedFolder: string = join(cacheFolder, `chromium-${version}`);

/** The version of the packaged browser. */
export const packagedVersion = version;

/** Whether the packaged browser can run here at all. */
export const packagedBrowserFits: boolean = process.platform === 'linux' && process.arch === 'x64';

/**
 * The packaged browser, unpacked once. Several processes may do so at the same time: each unpacks under a name of its
 * own, and the first one to finish gives the folder its name.
 * @throws UnableError when the cache folder can't be written
 */
export async function unpackBrowser(): Promise<string> {
  return unpackOnce(join(unpackedFolder, 'browser'), async (folder) => {
    const file = join(folder, 'chrome-headless-shell');
    await pipeline(
      createReadStream(join(packageFolder, 'bin/chromium.br')),
      createBrotliDecompress(),
      createWriteStream(file),
    );
    await chmod(file, 0o755);
  }).then((folder) => join(folder, 'chrome-headless-shell'));
}

/** The system libraries that the package brings along for machines that lack them; gives their folder. */
export async function unpackLibraries(): Promise<string> {
  return unpackOnce(join(unpackedFolder, 'libraries'), async (folder) => {
    const archive = createReadStream(join(packageFolder, 'bin/al2023.tar.br'));
    await extractTo(folder, archive);
  }).then((folder) => join(folder, 'lib'));
}

/** A font set-up for machines that have none, without which the browser can't use any font; gives its file. */
export async function unpackFontSetup(): Promise<string> {
  return unpackOnce(join(unpackedFolder, 'font-setup'), async (folder) => {
    const archive = createReadStream(join(packageFolder, 'bin/fonts.tar.br'));
    await extractTo(folder, archive);
    const [fonts, cache] = ['font-setup/fonts', 'font-setup/cache'].map((name) => join(unpackedFolder, name));
    await writeFile(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?>\n<fontconfig><dir>${xml(fonts)}</dir><cachedir>${xml(cache)}</cachedir></fontconfig>\n`,
    );
  }).then((folder) => join(folder, 'fonts.conf'));
}

async function extractTo(folder: string, archive: Readable): Promise<void> {
  const { extract } = await import('tar');
  await pipeline(archive, createBrotliDecompress(), extract({ cwd: folder }));
}

async function unpackOnce(folder: string, fill: (folder: string) => Promise<void>): Promise<string> {
  if (await exists(folder)) return folder;
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    const temporary = await mkdtemp(`${folder}-`);
    try {
      await fill(temporary);
      await rename(temporary, folder);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      if (!(await exists(folder))) throw error;
    }
    return folder;
  } catch (error) {
    throw new UnableError(
      `The browser that comes with the tool can’t be unpacked into ${folder}: ${(error as Error).message}`,
      'Make that folder writable, set XDG_CACHE_HOME to a folder with 300 MB free, or name an installed browser with --browser.',
    );
  }
}

function xml(path: string | undefined): string {
  return (path ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
