import ora from 'ora';
import { talk } from './streams.js';

/** Shows how a build goes on: one moving line on a terminal, one line a document elsewhere. */
export interface Progress {
  start(total: number): void;
  done(name: string, failed: boolean): void;
  stop(): void;
}

/** A progress display for standard error; silent when nobody wants to hear. */
export function progress(quiet: boolean): Progress {
  if (quiet) return { start: () => undefined, done: () => undefined, stop: () => undefined };
  // A terminal that does not know its width gives 0 columns, over which no line can be drawn again.
  return process.stderr.isTTY && process.stderr.columns > 0 ? movingLine() : plainLines();
}

function movingLine(): Progress {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  let total = 0;
  let finished = 0;
  return {
    start(count) {
      total = count;
      spinner.start(`0 of ${total} documents`);
    },
    done(name, failed) {
      finished += 1;
      if (failed) spinner.stopAndPersist({ symbol: '✗', text: name }).start();
      spinner.text = `${finished} of ${total} documents · ${name}`;
    },
    stop: () => void spinner.stop(),
  };
}

function plainLines(): Progress {
  let total = 0;
  let finished = 0;
  return {
    start(count) {
      total = count;
    },
    done(name, failed) {
      finished += 1;
      talk(`${finished}/${total} ${name}${failed ? ' FAILED' : ''}`);
    },
    stop: () => undefined,
  };
}
