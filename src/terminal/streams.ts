import { harmless } from './harmless.js';

/** Results: what somebody may pipe into another program. */
export function result(text: string): void {
  process.stdout.write(harmless(text));
}

/** Talk: what a person reads beside the results. */
export function talk(text: string): void {
  process.stderr.write(`${harmless(text)}\n`);
}

let lost: Error | null = null;

/**
 * Lets work go on where nobody listens any more, as in `pshe list | head`, and remembers results that could not be written,
 * as into a file on a full disk.
 */
export function outliveListeners(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (stream === process.stdout && error.code !== 'EPIPE') lost ??= error;
    });
  }
}

/** Why results could not be written; null where they were, or where nobody wanted more of them. */
export async function lostResults(): Promise<Error | null> {
  // Streams tell it in a later turn.
  await new Promise((done) => setImmediate(done));
  return lost;
}
