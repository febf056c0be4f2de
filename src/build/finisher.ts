import type { ResourceLimits } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { FinishedPdf, PrintedPdf } from '../formats/pdf/finish-and-check.js';
import type { Answer } from './finish-worker.js';

/** Finishes and checks PDFs. */
export interface Finisher {
  /** To be called early: starting takes as long as printing a page. */
  start(): void;
  /**
   * What a printed PDF becomes.
   * @throws Error where the PDF is of a form that is not known, or its thread has ended
   */
  finish(printed: PrintedPdf): Promise<FinishedPdf>;
  close(): Promise<void>;
}

/**
 * Opens what finishes PDFs in a thread of its own, so that the browser never waits for its next page while one is finished.
 * A thread that has ended, as when a document took more memory than there is, is started again for the next.
 * @param limits how much memory the thread may take; as much as the engine gives where nothing is said
 */
export function openFinisher(limits: ResourceLimits = {}): Finisher {
  let thread: Thread | null = null;
  const running = () => {
    if (!thread?.runs()) thread = startThread(limits);
    return thread;
  };
  return {
    start: () => void running(),
    finish: (printed) => running().finish(printed),
    close: async () => thread?.end(),
  };
}

interface Thread {
  /** Whether it has not ended. */
  runs(): boolean;
  finish(printed: PrintedPdf): Promise<FinishedPdf>;
  end(): Promise<void>;
}

/** The compiled one, also where this runs as it is written: a thread reads no TypeScript. */
const worksIn = new URL('../../dist/build/finish-worker.js', import.meta.url);

function startThread(limits: ResourceLimits): Thread {
  const worker = new Worker(worksIn, { resourceLimits: limits });
  /** Whoever waits for an answer; they come in the order of the questions. */
  const waiting: { resolve(finished: FinishedPdf): void; reject(error: Error): void }[] = [];
  let running = true;
  const end = (error: Error) => {
    running = false;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if ('finished' in answer) asked?.resolve(answer.finished);
    else asked?.reject(answer.error);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that finishes PDFs has ended.')));
  return {
    runs: () => running,
    finish: (printed) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        // Small bytes may lie in memory that others use as well.
        const bytes = new Uint8Array(printed.bytes);
        worker.postMessage({ ...printed, bytes }, [bytes.buffer]);
      }),
    end: async () => void (await worker.terminate()),
  };
}
