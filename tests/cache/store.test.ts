import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/cache/folder.js';
import { openStore, remember } from '../../src/cache/store.js';

const folder = join(cacheFolder, 'test');
const day = 24 * 60 * 60 * 1000;

/** Keeps an answer, as a process does that has just been started. */
const keep = (answer: string) => openStore('test').write([answer], answer);
const known = (answer: string) => openStore('test').read([answer]) === answer;
const daysAhead = (name: string) => Math.round((statSync(join(folder, name)).mtimeMs - Date.now()) / day) || 0;
/** Lets all that lies there, or one file of it, be so many days old; less than none: written by a clock that was ahead. */
const age = (days: number, names = readdirSync(folder)) => {
  const time = new Date(Date.now() - days * day);
  for (const name of names) utimesSync(join(folder, name), time, time);
};

describe('answers that are kept, where the clock was wrong', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    keep('first');
  });

  it('outlive a day on which it is years ahead', () => {
    age(70 * 365);
    keep('second');
    expect(known('first')).toBe(true);
  });

  it('are thrown away again once it is right, if nobody asks for them', () => {
    age(-70 * 365);
    const [name = ''] = readdirSync(folder).filter((one) => one !== 'tidied');
    keep('second');
    expect(daysAhead('tidied')).toBe(0);
    age(2, ['tidied']);
    keep('third');
    expect(daysAhead(name)).toBe(0);
    age(32);
    keep('fourth');
    expect(readdirSync(folder)).not.toContain(name);
  });

  it('are as young as any once somebody has asked for them', () => {
    age(-70 * 365);
    expect(known('first')).toBe(true);
    expect(readdirSync(folder).map(daysAhead).sort()).toEqual([0, 70 * 365]);
  });
});

describe('a memory before a store', () => {
  const forgetful = (): Parameters<typeof remember>[0] & { asked: number } => ({
    asked: 0,
    read() {
      this.asked += 1;
      return this.asked;
    },
    write() {},
  });

  it('asks it once, for as long as somebody asks in each turn', () => {
    const store = forgetful();
    const memory = remember(store);
    for (let turn = 0; turn < 5; turn += 1) {
      memory.turn();
      expect([memory.read(['one']), memory.read(['one'])]).toEqual([1, 1]);
    }
    memory.turn();
    memory.turn();
    expect(memory.read(['one'])).toBe(2);
  });

  it('knows what was given to it to keep, and tells inputs apart', () => {
    const store = forgetful();
    const memory = remember(store);
    memory.write(['a', 'b'], 'kept');
    expect(memory.read(['a', 'b'])).toBe('kept');
    expect(memory.read(['ab'])).toBe(1);
  });
});
