import { UserError } from '../terminal/errors.js';
import { goOn } from './cleanup.js';
import { findBrowser } from './find.js';
import { browserIdentity } from './identity.js';
import type { RunningBrowser } from './launch.js';
import { startBrowser } from './launch.js';
import type { Printer } from './pages.js';
import { createPrinter, LateError, RefusedError } from './pages.js';

/**
 * A printer whose browser is started again when it ends or hangs. What it was printing then is tried once more; who brings
 * it to its end twice is given up.
 */
export interface Press extends Printer {
  /** What tells this browser from others; known before it runs. */
  identity: Promise<string>;
  /** The version of the browser that runs. */
  version(): Promise<string>;
  close(): Promise<void>;
}

interface Current {
  running: Promise<RunningBrowser>;
  printer: Promise<Printer>;
}

/**
 * Finds and starts a browser; to be called early, so that it starts while other things are done. Where there is none, or
 * it does not start, whoever prints hears of it.
 * @param named the value of --browser
 * @param most how many pages print at once
 */
export function openPress(named: string | undefined, most: number): Press {
  const found = findBrowser(named);
  const identity = found.then(({ path }) => browserIdentity(path));
  const start = (): Current => {
    const running = found.then(startBrowser);
    return { running, printer: running.then((browser) => createPrinter(browser, most)) };
  };
  let current = start();
  const ended = new Set<Current>();
  const silence = (...promises: Promise<unknown>[]) => {
    for (const promise of promises) promise.catch(() => undefined);
  };
  silence(identity, current.running, current.printer);

  const replace = async (old: Current): Promise<void> => {
    if (ended.has(old)) return;
    ended.add(old);
    current = start();
    silence(current.running, current.printer);
    const { browser, close } = await old.running;
    browser.process()?.kill('SIGKILL');
    await close();
  };
  const once = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    const mine = current;
    const [{ browser }, printer] = await Promise.all([mine.running, mine.printer]);
    try {
      return await work(printer);
    } catch (error) {
      // Told to stop, its browser has been ended on purpose.
      goOn();
      // A page that takes too long may have stopped the whole browser: the others must not wait for it as well.
      if (!browser.connected || error instanceof LateError) await replace(mine);
      throw error;
    }
  };
  const twice = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    try {
      return await once(work);
    } catch (error) {
      // Without a browser, or shown something that it must not fetch, it would only end in the same way.
      if (error instanceof UserError || error instanceof RefusedError) throw error;
      return once(work).catch(inWords);
    }
  };
  return {
    identity,
    version: async () => (await current.running).version,
    print: (html, timeoutMs) => twice((printer) => printer.print(html, timeoutMs)),
    picture: (html, size, timeoutMs) => twice((printer) => printer.picture(html, size, timeoutMs)),
    close: () =>
      current.running.then(
        (running) => running.close(),
        () => undefined,
      ),
  };
}

/** Says in words what went wrong twice, where it is not said already. */
function inWords(error: Error): never {
  if (error instanceof UserError || error instanceof RefusedError || error instanceof LateError) throw error;
  throw new Error(
    `The browser broke down twice while it printed this. It may lack memory: try --jobs 1. (${error.message})`,
    { cause: error },
  );
}
