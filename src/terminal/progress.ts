import type { Ora } from 'ora';
import ora from 'ora';
import { count } from './count.js';
import { harmless } from './harmless.js';
import { talk } from './streams.js';

/** What became of a document: made now, there already as it should be, or not to be made. */
type Outcome = 'made' | 'kept' | 'failed';

/** Shows how a build goes on: one moving line on a terminal, one line a document elsewhere. */
export interface Progress {
  start(total: number): void;
  done(name: string, outcome: Outcome): void;
  stop(): void;
}

/** A progress display for standard error; silent when nobody wants to hear. */
export function progress(quiet: boolean): Progress {
  if (quiet) return { start: () => undefined, done: () => undefined, stop: () => undefined };
  // A terminal that does not know its width gives 0 columns, over which no line can be drawn again.
  return process.stderr.isTTY && process.stderr.columns > 0 ? movingLine() : plainLines();
}

function movingLine(): Progress {
  const spinner: Ora = ora({ stream: process.stderr, discardStdin: false });
  const pace = createPace();
  return {
    start(total) {
      pace.start(total);
      spinner.start(`0 of ${count(total, 'document')}`);
    },
    done(name, outcome) {
      const { finished, total, left } = pace.done(outcome);
      if (outcome === 'failed') spinner.stopAndPersist({ symbol: '✗', text: harmless(name) }).start();
      spinner.text = [`${finished} of ${count(total, 'document')}`, left, harmless(name)].filter(Boolean).join(' · ');
    },
    stop: () => void spinner.stop(),
  };
}

function plainLines(): Progress {
  const pace = createPace();
  return {
    start: pace.start,
    done(name, outcome) {
      const { finished, total, left } = pace.done(outcome);
      // What was there already needs no line of its own.
      if (outcome === 'kept') return;
      talk(`${finished}/${total} ${name}${outcome === 'failed' ? ' FAILED' : ''}${left ? ` (${left})` : ''}`);
    },
    stop: () => undefined,
  };
}

/** Counts documents, and says how long the rest will take, once that is known and is worth saying. */
function createPace() {
  let total = 0;
  let finished = 0;
  let printed = 0;
  let begun = 0;
  return {
    start(all: number): void {
      total = all;
      begun = performance.now();
    },
    done(outcome: Outcome) {
      finished += 1;
      if (outcome !== 'kept') printed += 1;
      const seconds = ((performance.now() - begun) / 1000 / Math.max(1, printed)) * (total - finished);
      return { finished, total, left: printed < 5 ? '' : timeLeft(seconds) };
    },
  };
}

/** How long something still takes, in words; nothing where it is a matter of seconds. */
function timeLeft(seconds: number): string {
  if (seconds < 10) return '';
  if (seconds < 55) return `about ${Math.round(seconds / 10) * 10} seconds left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 90 ? `about ${count(minutes, 'minute')} left` : `about ${Math.round(minutes / 60)} hours left`;
}
