import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { UnableError } from '../terminal/errors.js';
import { isRunning } from '../terminal/running.js';
import { goOn, onStop } from './cleanup.js';
import type { FoundBrowser } from './find.js';
import { unpackFontSetup, unpackLibraries } from './unpack.js';

/** A browser that is running, and how it had to be started. */
export interface RunningBrowser {
  browser: Browser;
  version: string;
  /** Whether pages are shut into the browser's sandbox. */
  sandbox: boolean;
  /** Whether the system lacked libraries, so that the packaged ones are used. */
  ownLibraries: boolean;
  /** Ends it, and removes what it had on the disk. One that does not end by itself soon is ended by force. */
  close(): Promise<void>;
}

/** How long a browser may take to end by itself. */
const patienceMs = 5000;

const profilePrefix = 'pshe-browser-';

/** What the browser may leave out: it prints pages from memory and never needs the network. */
const flags = [
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  // Memory is tidied up in one go: bit by bit, pages look again and again whether the threads that help them are done.
  '--js-flags=--single-threaded-gc,--no-incremental-marking',
];

/**
 * Starts the browser with its sandbox; without it only as root and where the system forbids it.
 * @throws UnableError when it does not start at all
 */
export async function startBrowser(found: FoundBrowser): Promise<RunningBrowser> {
  await sweepProfiles();
  let sandbox = process.getuid?.() !== 0;
  let libraries: string | null = null;
  let again = true;
  const fonts = found.packaged && lacksFontSetup() ? await unpackFontSetup() : null;
  for (;;) {
    try {
      return await start(found, sandbox, environment(libraries, fonts));
    } catch (error) {
      // Told to stop, it has been ended on purpose.
      goOn();
      const complaint = await complaintOf(found.path, sandbox, environment(libraries, fonts));
      if (found.packaged && libraries === null && /shared librar/.test(complaint)) libraries = await unpackLibraries();
      else if (sandbox && /sandbox|namespace/i.test(complaint)) sandbox = false;
      // It does start: something or somebody ended it on the way.
      else if (again && complaint === '') again = false;
      else {
        throw new UnableError(
          `The browser at ${found.path} does not start: ${firstLines(complaint || (error as Error).message)}`,
          isFull(tmpdir())
            ? `There is no room in the folder for temporary files, ${tmpdir()}. Make room, and start again.`
            : 'Run “pshe doctor” to see what is missing, or name another browser with --browser.',
        );
      }
    }
  }
}

/** What a browser needs for its own files, in bytes. */
const roomNeeded = 1024 ** 2;

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < roomNeeded;
  } catch {
    return false;
  }
}

/** What the browser says on standard error when it is asked for an empty page: why it does not start. */
async function complaintOf(path: string, sandbox: boolean, env: NodeJS.ProcessEnv): Promise<string> {
  const args = [...flagsFor(sandbox), '--headless', '--dump-dom', 'about:blank'];
  return new Promise((resolve) => {
    const child = execFile(path, args, { env, timeout: 20_000 }, (error, _out, err) => {
      forget();
      resolve(error ? err || error.message : '');
    });
    const forget = onStop(() => void child.kill('SIGKILL'));
  });
}

function flagsFor(sandbox: boolean): string[] {
  return sandbox ? flags : [...flags, '--no-sandbox'];
}

function environment(libraries: string | null, fonts: string | null): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }),
    ...(fonts === null ? {} : { FONTCONFIG_FILE: fonts }),
  };
}

/** A bare system has no set-up for fonts at all; the browser then refuses even those that a page brings along. */
function lacksFontSetup(): boolean {
  const { FONTCONFIG_FILE, FONTCONFIG_PATH } = process.env;
  return !FONTCONFIG_FILE && !FONTCONFIG_PATH && !existsSync('/etc/fonts/fonts.conf');
}

async function start(found: FoundBrowser, sandbox: boolean, env: NodeJS.ProcessEnv): Promise<RunningBrowser> {
  goOn();
  // In one go with what removes it: told to stop in between, it would stay.
  const profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`));
  const launching = launch({
    executablePath: found.path,
    headless: 'shell',
    pipe: true,
    userDataDir: profile,
    args: flagsFor(sandbox),
    // Stopped while it begins, it leaves files of its own: they go with the rest. Whole browsers keep a socket there, whose
    // address may not be long.
    env: found.packaged ? { ...env, TMPDIR: profile } : env,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= end();
    return closing;
  };
  const forget = onStop(close);
  const end = async () => {
    const browser = await Promise.race([launching.catch(() => null), wait(patienceMs, null, { ref: false })]);
    if (browser) await endBrowser(browser);
    // What a part of it still holds is swept at the next start.
    await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    forget();
  };
  try {
    const browser = await launching;
    // What is still being sent to a browser that has ended must not end this process as well.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
    return {
      browser,
      version: await browser.version(),
      sandbox,
      ownLibraries: env.LD_LIBRARY_PATH !== process.env.LD_LIBRARY_PATH,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ends a browser, by force where it does not end by itself soon. */
async function endBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  const force = setTimeout(() => process?.kill('SIGKILL'), patienceMs);
  await browser.close().catch(() => process?.kill('SIGKILL'));
  clearTimeout(force);
}

/** Removes the profile folders of processes that were killed before they could tidy up. */
async function sweepProfiles(): Promise<void> {
  const dead = readdirSync(tmpdir()).filter((name) => {
    const pid = Number(new RegExp(`^${profilePrefix}(\\d+)-`).exec(name)?.[1] ?? Number.NaN);
    return !Number.isNaN(pid) && pid !== process.pid && !isRunning(pid);
  });
  await Promise.all(
    dead.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

function firstLines(message: string): string {
  return message.split('\n').filter(Boolean).slice(0, 3).join(' ');
}
