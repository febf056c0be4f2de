import type { HTTPRequest, Page } from 'puppeteer-core';
import { fontOrigin, readFont } from '../html/fonts.js';
import type { PageFacts } from './facts.js';
import { readFacts } from './facts.js';
import type { RunningBrowser } from './launch.js';
import type { PageProblem } from './measure.js';
import { measurePage } from './measure.js';

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
}

/** Makes a printer that keeps as many pages as are printing at once. */
export function createPrinter(running: RunningBrowser): Printer {
  const free: Page[] = [];
  return {
    async print(html, timeoutMs) {
      const page = free.pop() ?? (await newPage(running));
      try {
        const printed = await printOn(page, html, timeoutMs);
        free.push(page);
        return printed;
      } catch (error) {
        await page.close().catch(() => undefined);
        throw error;
      }
    },
  };
}

const refused = new WeakMap<Page, string[]>();

async function newPage({ browser }: RunningBrowser): Promise<Page> {
  const page = await browser.newPage();
  refused.set(page, []);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.emulateMediaType('print');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // A page that is closed meanwhile needs no answer.
    answer(page, request).catch(() => undefined);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') refused.get(page)?.push(message.text());
  });
  return page;
}

/** Fonts come from memory; nothing else is ever fetched. */
async function answer(page: Page, request: HTTPRequest): Promise<void> {
  const url = request.url();
  if (url.startsWith('data:')) return request.continue();
  const font = url.startsWith(`${fontOrigin}/`) ? await readFont(url.slice(fontOrigin.length + 1)) : null;
  if (font) {
    return request.respond({
      status: 200,
      contentType: 'font/woff2',
      headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'max-age=31536000' },
      body: font,
    });
  }
  refused.get(page)?.push(`A page asked for ${url.slice(0, 120)}, which is not allowed.`);
  return request.abort();
}

async function printOn(page: Page, html: string, timeoutMs: number): Promise<Printed> {
  const errors = refused.get(page) as string[];
  errors.length = 0;
  await page.setContent(html, { waitUntil: 'load', timeout: timeoutMs });
  const problems = await page.evaluate(measurePage);
  const facts = await page.evaluate(readFacts);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: timeoutMs,
  });
  if (errors.length > 0) throw new Error(errors.join(' '));
  return { pdf, problems, facts };
}
