import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { fontOrigin, readFont } from '../html/fonts.js';
import type { PageFacts } from './facts.js';
import { readFacts } from './facts.js';
import { fitPage } from './fit.js';
import type { RunningBrowser } from './launch.js';
import type { Measures } from './measure.js';
import { measurePage } from './measure.js';
import type { PageProblem } from './problems.js';
import { problemsIn } from './problems.js';

interface Printed {
  pdf: Uint8Array;
  problems: PageProblem[];
  /** What the PDF has to say to those who have it read aloud. */
  facts: PageFacts;
}

/** Pages of one browser that print HTML: shut off from the network and from scripts, each used again and again. */
export interface Printer {
  /**
   * Prints one document. Problems of the page come back instead of a PDF that hides them.
   * @throws when the browser fails or the time is up
   */
  print(html: string, timeoutMs: number): Promise<Printed>;
  /**
   * Takes a picture of one page as PNG.
   * @param size width and height in pixels
   * @throws as print does
   */
  picture(html: string, size: { width: number; height: number }, timeoutMs: number): Promise<Pictured>;
  /**
   * Fits a page, and gives what is asked of it then.
   * @param question runs inside the page: see `takeHtml`, `takeDeck` and `takeText`
   * @throws as print does
   */
  take(html: string, question: string, timeoutMs: number): Promise<Taken>;
}

/** What a page has answered, once all fits. */
interface Taken {
  answer: unknown;
  problems: PageProblem[];
}

interface Pictured {
  png: Uint8Array;
  problems: PageProblem[];
}

/**
 * Makes a printer.
 * @param most how many pages print at once; who comes while all are busy waits
 */
export function createPrinter(running: RunningBrowser, most = Number.POSITIVE_INFINITY): Printer {
  const free: Page[] = [];
  const queue = new PQueue({ concurrency: most });
  const withPage = <T>(timeoutMs: number, work: (page: Page) => Promise<T>): Promise<T> =>
    queue.add(async () => {
      let page: Page | null = null;
      try {
        return await inTime(timeoutMs, () =>
          unlessItEnds(running, async () => {
            page = healthy(free) ?? (await openPage(running));
            const done = await unlessItBreaks(page, work(page));
            free.push(page);
            return done;
          }),
        );
      } catch (error) {
        // A browser that hangs does not answer this either.
        void (page as Page | null)?.close().catch(() => undefined);
        throw error;
      }
    });
  return {
    print: (html, timeoutMs) => withPage(timeoutMs, (page) => printOn(page, html)),
    picture: (html, size, timeoutMs) => withPage(timeoutMs, (page) => pictureOn(page, html, size)),
    take: (html, question, timeoutMs) => withPage(timeoutMs, (page) => takeFrom(page, html, question)),
  };
}

/** A page that lies free; one whose process broke down meanwhile is thrown away. */
function healthy(free: Page[]): Page | null {
  for (;;) {
    const page = free.pop();
    if (!page) return null;
    if (!broken.has(page) && !page.isClosed()) return page;
    page.close().catch(() => undefined);
  }
}

const broken = new WeakSet<Page>();

/** Fails when the process of a page breaks down: what is asked of the page then would never be answered. */
function unlessItBreaks<T>(page: Page, work: Promise<T>): Promise<T> {
  return unless(work, (fail) => {
    // Puppeteer would not find a listener of “once” again.
    page.on('error', fail);
    return () => page.off('error', fail);
  });
}

/** Fails when the browser ends: not all that it was asked is told of it. */
function unlessItEnds<T>({ browser }: RunningBrowser, work: () => Promise<T>): Promise<T> {
  const ended = () => new Error('The browser has ended.');
  if (!browser.connected) return Promise.reject(ended());
  return unless(work(), (fail) => {
    const end = () => fail(ended());
    browser.on('disconnected', end);
    return () => browser.off('disconnected', end);
  });
}

/**
 * Fails when something happens before the work is done. It waits for a promise of its own each time: one that lasts as long
 * as a page or a browser would hold on to all that was ever printed.
 * @param listen begins to listen; what it gives ends that
 */
async function unless<T>(work: Promise<T>, listen: (fail: (error: Error) => void) => () => void): Promise<T> {
  let stop = () => undefined as unknown;
  const happened = new Promise<never>((_resolve, reject) => {
    stop = listen(reject);
  });
  try {
    return await Promise.race([work, happened]);
  } finally {
    stop();
  }
}

/** A page took longer than it may, or its browser does not answer. */
export class LateError extends Error {}

/** @throws LateError when the work is not done in time */
async function inTime<T>(timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = wait(timeoutMs, undefined, { signal: over.signal }).then(
    () => {
      throw new LateError(`It took longer than ${timeoutMs / 1000} seconds, and was given up. See --timeout.`);
    },
    () => undefined as never,
  );
  try {
    return await Promise.race([work(), late]);
  } finally {
    over.abort();
  }
}

/** The viewport that pages begin with. It is low, since what it shows is painted for nobody before a page is printed. */
const usual = { width: 800, height: 8, deviceScaleFactor: 1 };

const refused = new WeakMap<Page, string[]>();

/** For what is asked of the browser straight: a PDF comes in one piece, while Puppeteer would fetch it bit by bit. */
const sessions = new WeakMap<Page, CDPSession>();

const howToPrint = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  transferMode: 'ReturnAsBase64',
} as const;

/** Opens a page as documents are printed on: no script of theirs runs, and nothing is fetched but the fonts. */
export async function openPage({ browser }: RunningBrowser): Promise<Page> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  page.once('error', () => broken.add(page));
  // A browser that can’t put it out of sight prints it all the same, only more slowly.
  await hide(session).catch(() => undefined);
  await page.setViewport(usual);
  refused.set(page, []);
  sessions.set(page, session);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  session.on('Fetch.requestPaused', (request) => {
    // A page that is closed meanwhile needs no answer.
    answer(page, session, request).catch(() => undefined);
  });
  // Puppeteer’s own way would keep fonts from being remembered from one document to the next.
  await session.send('Fetch.enable');
  page.on('console', (message) => {
    if (message.type() === 'error') refused.get(page)?.push(message.text());
  });
  return page;
}

/** Puts a page out of sight: what nobody can see is painted only when it is printed. */
async function hide(session: CDPSession): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
}

/** Fonts come from memory; nothing else is ever fetched. */
async function answer(page: Page, session: CDPSession, { requestId, request }: Protocol.Fetch.RequestPausedEvent) {
  const { url } = request;
  if (url.startsWith('data:')) return session.send('Fetch.continueRequest', { requestId });
  const font = url.startsWith(`${fontOrigin}/`) ? readFont(url.slice(fontOrigin.length + 1)) : null;
  if (font) {
    return session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [
        { name: 'Content-Type', value: 'font/woff2' },
        { name: 'Access-Control-Allow-Origin', value: '*' },
        { name: 'Cache-Control', value: 'max-age=31536000' },
      ],
      body: font.toString('base64'),
    });
  }
  refused.get(page)?.push(`A page asked for ${url.slice(0, 120)}, which is not allowed.`);
  return session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
}

async function printOn(page: Page, html: string): Promise<Printed> {
  const { problems, facts } = await showOn(page, html);
  const session = sessions.get(page) as CDPSession;
  // Once printed, it is laid out for its window again, which nobody sees: for screens, there is nothing to be laid out.
  const [, { data }] = await Promise.all([emulate(page, ''), session.send('Page.printToPDF', howToPrint)]);
  refuseErrors(page);
  return { pdf: Buffer.from(data, 'base64'), problems, facts };
}

/** @param media `print` has a page laid out as if printed even in its window; without it, a window shows it as screens do */
function emulate(page: Page, media: 'print' | ''): Promise<void> {
  return (sessions.get(page) as CDPSession).send('Emulation.setEmulatedMedia', { media });
}

async function pictureOn(page: Page, html: string, size: { width: number; height: number }): Promise<Pictured> {
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  const { problems } = await showOn(page, html);
  const png = await page.screenshot({ type: 'png', captureBeyondViewport: false });
  refuseErrors(page);
  // What is printed next on this page is measured as if no picture had been taken.
  await page.setViewport(usual);
  return { png, problems };
}

async function takeFrom(page: Page, html: string, question: string): Promise<Taken> {
  const { problems } = await showOn(page, html);
  const answer: unknown = await page.evaluate(question);
  refuseErrors(page);
  return { answer, problems };
}

/** What runs inside a page once its document is there, in one go: each call from here to there and back takes its time. */
const look = `(async () => {
  await (${fitPage})();
  const measures = await (${measurePage})();
  return { measures, facts: (${readFacts})() };
})()`;

interface Shown {
  /** What is wrong with the page. */
  problems: PageProblem[];
  facts: PageFacts;
}

/** Shows a document on a page, with its text in the sizes that fit, and looks at it. */
export async function showOn(page: Page, html: string): Promise<Shown> {
  (refused.get(page) as string[]).length = 0;
  await Promise.all([emulate(page, 'print'), page.setContent(html, { waitUntil: 'load', timeout: 0 })]);
  const { measures, facts } = (await page.evaluate(look)) as { measures: Measures; facts: PageFacts };
  return { problems: problemsIn(measures), facts };
}

/** A page asked for something that no page may have. */
export class RefusedError extends Error {}

function refuseErrors(page: Page): void {
  const errors = refused.get(page) as string[];
  if (errors.length > 0) throw new RefusedError(errors.join(' '));
}
