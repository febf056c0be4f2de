import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UnableError } from '../terminal/errors.js';
import { packagedBrowserFits, packagedVersion, unpackBrowser } from './unpack.js';

/** A place where a browser was looked for, in the order of looking. */
interface Place {
  /** Where, in words. */
  what: string;
  path: string | null;
  found: boolean;
}

export interface FoundBrowser {
  path: string;
  /** Whether it is the one that comes with the tool. */
  packaged: boolean;
  places: Place[];
}

/**
 * The browser to print with: the one named, else the packaged one, else one that is installed.
 * @param named the value of --browser
 * @throws UnableError when a named browser is not there, or none is found
 */
export async function findBrowser(named: string | undefined): Promise<FoundBrowser> {
  const places: Place[] = [];
  const look = (what: string, path: string | null): string | null => {
    const found = path !== null && isExecutable(path);
    places.push({ what, path, found });
    return found ? path : null;
  };

  const wishes = [
    ['--browser', named],
    ['PSHE_BROWSER', process.env.PSHE_BROWSER],
    ['PUPPETEER_EXECUTABLE_PATH', process.env.PUPPETEER_EXECUTABLE_PATH],
  ] as const;
  for (const [what, wish] of wishes) {
    if (!wish) continue;
    const path = look(what, wish);
    if (path) return { path, packaged: false, places };
    throw new UnableError(
      `${what} names “${wish}”, but there is no program that can be started.`,
      'Give the full path of Chrome, Edge or Chromium, or leave it out to use the browser that comes with the tool.',
    );
  }

  if (packagedBrowserFits) {
    places.push({ what: `packaged headless shell ${packagedVersion}`, path: null, found: true });
    return { path: await unpackBrowser(), packaged: true, places };
  }
  for (const [what, path] of [...puppeteerCache(), ...installed()]) {
    const found = look(what, path);
    if (found) return { path: found, packaged: false, places };
  }
  throw new UnableError(
    `No browser was found. Looked for:\n${places.map((place) => `  ${place.what}${place.path ? `: ${place.path}` : ''}`).join('\n')}`,
    'Install Chrome, Edge or Chromium, or name one with --browser.',
  );
}

/** Whether a file can be started. */
function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Browsers that Puppeteer's own installer has put into its cache, the newest first. */
function puppeteerCache(): [string, string][] {
  const root = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const inner: Record<string, string> = {
    'chrome-headless-shell': process.platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell',
    chrome: process.platform === 'win32' ? 'chrome.exe' : 'chrome',
  };
  return Object.entries(inner).flatMap(([product, file]) =>
    entries(join(root, product))
      .sort()
      .reverse()
      .flatMap((version) =>
        entries(join(root, product, version)).map((folder): [string, string] => [
          'Puppeteer’s cache',
          join(root, product, version, folder, file),
        ]),
      ),
  );
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Where Chrome, Chromium and Edge are usually installed on this system. */
function installed(platform: NodeJS.Platform = process.platform): [string, string][] {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((root): [string, string] => [
        name,
        join(root, `${name}.app`, 'Contents', 'MacOS', name),
      ]),
    );
  }
  if (platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const files: [string, string][] = [
      ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
      ['Chromium', 'Chromium\\Application\\chrome.exe'],
      ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
    ];
    return files.flatMap(([name, file]) =>
      roots.flatMap((root): [string, string][] => (root ? [[name, join(root, file)]] : [])),
    );
  }
  const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder): [string, string] => [command, join(folder, command)]));
}
