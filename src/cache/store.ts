import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './folder.js';

/** Something that an answer depends on. */
export type Input = string | Uint8Array;

/** Answers that this very version of the tool worked out before, by all that they were worked out from. */
export interface Store {
  /** The answer to some inputs; undefined where it has to be worked out, or where what was kept is damaged. */
  read(inputs: readonly Input[]): unknown;
  /** Keeps an answer that JSON can hold. Where the folder can't be written, nothing is kept and nobody is told. */
  write(inputs: readonly Input[], answer: unknown): void;
}

const day = 24 * 60 * 60 * 1000;
/** What nobody has asked for in this time is thrown away. */
const longest = 30 * day;
/** In so long a time nothing was tidied because the clock is wrong, or was: machines begin in 1970, or go on in 2099. */
const farOff = 365 * day;

/**
 * Opens the answers to one question. An answer is a file: the digest of its text, and its text.
 * @param question what they answer, such as `content`
 * @param force whether everything is to be worked out again, and kept anew
 */
export function openStore(question: string, force = false): Store {
  const folder = join(cacheFolder, question);
  const tool = toolDigest();
  const fileOf = (inputs: readonly Input[]) => join(folder, digest([tool, ...inputs]));
  const open = once(() => {
    mkdirSync(folder, { recursive: true });
    tidy(folder);
  });
  return {
    read(inputs) {
      if (force) return undefined;
      try {
        const file = fileOf(inputs);
        const [check, answer = ''] = readFileSync(file, 'utf8').split('\n', 2);
        if (check !== digest([answer])) return undefined;
        if (Math.abs(Date.now() - statSync(file).mtimeMs) > day) utimesSync(file, new Date(), new Date());
        return JSON.parse(answer);
      } catch {
        return undefined;
      }
    },
    write(inputs, answer) {
      const text = JSON.stringify(answer);
      const part = join(folder, `${randomUUID()}.part`);
      try {
        open();
        // Who reads at the same time sees the whole answer or none.
        writeFileSync(part, `${digest([text])}\n${text}`);
        renameSync(part, fileOf(inputs));
      } catch {
        // Then it is worked out again the next time. A full disk is the likeliest reason: what was begun must not make it fuller.
        throwAway(part);
      }
    },
  };
}

/** A store that also remembers what it was asked for, for a process that asks again and again. */
export interface RememberingStore extends Store {
  /** Forgets what nobody has asked for since this was called the last time. */
  turn(): void;
}

/** Puts a memory before a store. What it gives is the same each time, and nobody may change it. */
export function remember(store: Store): RememberingStore {
  let now = new Map<string, unknown>();
  let before = now;
  return {
    read(inputs) {
      const key = digest(inputs);
      const answer = now.get(key) ?? before.get(key) ?? store.read(inputs);
      if (answer !== undefined) now.set(key, answer);
      return answer;
    },
    write(inputs, answer) {
      now.set(digest(inputs), answer);
      store.write(inputs, answer);
    },
    turn() {
      before = now;
      now = new Map();
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

/**
 * Once a day throws away what nobody asked for in a month, and what was never finished. What a clock that was ahead has dated
 * counts from now; where the clock has just come from afar, nothing is thrown away before the next day.
 */
function tidy(folder: string): void {
  const marker = join(folder, 'tidied');
  const now = Date.now();
  const since = now - (statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? now - day);
  if (since >= 0 && since < day) return;
  writeFileSync(marker, '');
  if (since < 0 || since > farOff) return;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age < -day) utimesSync(file, new Date(now), new Date(now));
    else if (age > (name.endsWith('.part') ? day : longest)) rmSync(file, { force: true });
  }
}

/** A short text for some inputs; no two lists of inputs have the same. */
export function digest(inputs: Iterable<Input>): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}:`).update(input);
  return hash.digest('hex');
}

/** What tells one build of this tool from another, and one Node (whose texts are parted by its own data) from another. */
function toolDigest(): string {
  const file = fileURLToPath(new URL('../../dist/digest.txt', import.meta.url));
  const { node, icu = '', unicode = '' } = process.versions;
  return [readFileSync(file, 'utf8'), node, icu, unicode].join(' ');
}

/** Removes a file that was begun; where that can’t be done either, there is none. */
export function throwAway(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // A folder that is a file, or a disk that no longer answers.
  }
}
