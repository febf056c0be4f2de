import PQueue from 'p-queue';
import { UserError } from '../terminal/errors.js';
import { goOn, StoppedError } from './cleanup.js';
import { findBrowser } from './find.js';
import { browserIdentity } from './identity.js';
import type { RunningBrowser } from './launch.js';
import { startBrowser } from './launch.js';
import type { Printer } from './pages.js';
import { createPrinter, LateError, RefusedError } from './pages.js';

/**
 * A printer whose browser is started again when it ends or hangs. What it was printing then is tried once more, alone in a
 * browser of its own, so that nothing is given up for what something else did.
 */
export interface Press extends Printer {
  /** What tells this browser from others; known before it runs. */
  identity: Promise<string>;
  /** The version of the browser that ran last. */
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
  let version: Promise<string> = identity;
  let closed = false;
  const start = (pages: number): Current => {
    if (closed) throw new StoppedError();
    const running = found.then(startBrowser);
    const printer = running.then((browser) => createPrinter(browser, pages));
    version = running.then((browser) => browser.version);
    silence(running, printer, version);
    return { running, printer };
  };
  let current: Current | null = null;
  /** The browser for all; one that did not start is not asked again. */
  const shared = (): Current => {
    if (current) return current;
    const mine = start(most);
    current = mine;
    mine.running.catch(() => leave(mine));
    return mine;
  };
  const leave = (old: Current) => {
    if (current === old) current = null;
  };
  silence(identity);
  shared();

  const first = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    const mine = shared();
    const [running, printer] = await Promise.all([mine.running, mine.printer]);
    try {
      return await work(printer);
    } catch (error) {
      // Told to stop, its browser has been ended on purpose.
      goOn();
      // A page that takes too long may have stopped the whole browser: the others must not wait for it as well.
      if (!running.browser.connected || error instanceof LateError) {
        leave(mine);
        await end(running);
      }
      throw error;
    }
  };
  const alone = new PQueue({ concurrency: 1 });
  const second = <T>(work: (printer: Printer) => Promise<T>): Promise<T> =>
    alone.add(async () => {
      const mine = start(1);
      const running = await mine.running;
      try {
        const done = await work(await mine.printer);
        await running.close();
        return done;
      } catch (error) {
        await end(running);
        goOn();
        return inWords(error as Error);
      }
    });
  const twice = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    try {
      return await first(work);
    } catch (error) {
      // Without a browser, or shown something that it must not fetch, it would only end in the same way.
      if (error instanceof UserError || error instanceof StoppedError || error instanceof RefusedError) throw error;
      return second(work);
    }
  };
  return {
    identity,
    version: () => version,
    print: (html, timeoutMs) => twice((printer) => printer.print(html, timeoutMs)),
    picture: (html, size, timeoutMs) => twice((printer) => printer.picture(html, size, timeoutMs)),
    take: (html, question, timeoutMs) => twice((printer) => printer.take(html, question, timeoutMs)),
    close: async () => {
      closed = true;
      const running = await current?.running.catch(() => null);
      await running?.close();
    },
  };
}

/** Whoever awaits these hears of their failure; nobody else needs to. */
function silence(...promises: Promise<unknown>[]): void {
  for (const promise of promises) promise.catch(() => undefined);
}

/** Ends a browser at once: it may be one that answers nothing any more. */
async function end({ browser, close }: RunningBrowser): Promise<void> {
  browser.process()?.kill('SIGKILL');
  await close();
}

/** Says in words what went wrong twice, where it is not said already. */
function inWords(error: Error): never {
  if (error instanceof UserError || error instanceof RefusedError || error instanceof LateError) throw error;
  throw new Error(
    `The browser broke down twice while it printed this. It may lack memory: try --jobs 1. (${error.message})`,
    { cause: error },
  );
}
