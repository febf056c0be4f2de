import { parentPort } from 'node:worker_threads';
import type { FinishedPdf, PrintedPdf } from '../formats/pdf/finish-and-check.js';
import { finishAndCheck } from '../formats/pdf/finish-and-check.js';

/** What a PDF became, or what went wrong. */
export type Answer = { finished: FinishedPdf } | { error: Error };

parentPort?.on('message', (printed: PrintedPdf) => {
  const answer = answerTo(printed);
  parentPort?.postMessage(answer, 'finished' in answer ? [answer.finished.bytes.buffer as ArrayBuffer] : []);
});

function answerTo(printed: PrintedPdf): Answer {
  try {
    const finished = finishAndCheck(printed);
    // Bytes that share their memory with others can't be handed over.
    return { finished: { ...finished, bytes: new Uint8Array(finished.bytes) } };
  } catch (error) {
    return { error: error as Error };
  }
}
