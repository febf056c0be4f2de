import { availableParallelism } from 'node:os';
import type { Press } from '../browser/press.js';
import { openPress } from '../browser/press.js';
import type { Finisher } from './finisher.js';
import { openFinisher } from './finisher.js';

/** What documents are printed and finished with. */
export interface Works {
  press: Press;
  finisher: Finisher;
  close(): Promise<void>;
}

/**
 * Opens what documents are printed and finished with; to be called early, since the browser starts at once.
 * @param options the value of --browser, and how many pages are printed at once
 */
export function openWorks(options: { browser?: string | undefined; jobs?: number | undefined }): Works {
  const press = openPress(options.browser, pagesAtOnce(options));
  const finisher = openFinisher();
  return { press, finisher, close: async () => void (await Promise.all([press.close(), finisher.close()])) };
}

/** How many pages are printed at once. */
export function pagesAtOnce({ jobs }: { jobs?: number | undefined }): number {
  return jobs ?? availableParallelism();
}
