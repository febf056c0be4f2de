import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { alive } from '../helpers/processes.js';
import { pshe, start } from '../helpers/pshe.js';

/** How often; PSHE_STOPS asks for more than is worth the time on every commit. */
const times = Number(process.env.PSHE_STOPS ?? 16);

const words = ['build', 'campaign-gallery', '--kind', 'poster', '--content', fixture('gallery'), '--jobs', '1'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGKILL: null };

/** All processes that live and were started with this in their environment. */
function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(text) && alive(pid);
      } catch {
        return false;
      }
    });
}

/** What lies in an output folder, all of it whole; a build that was killed may leave what it had begun. */
function whole(out: string, killed: boolean): string[] {
  const names = readdirSync(out).filter((name) => !(killed && /^\.pshe-/.test(name)));
  for (const name of names) {
    if (name.endsWith('.pdf'))
      expect(readFileSync(join(out, name), 'latin1'), name).toMatch(/^%PDF-(?:.|\n|\r)*%%EOF\s*$/);
    else expect(JSON.parse(readFileSync(join(out, name), 'utf8')).documents, name).toHaveLength(names.length - 1);
  }
  return names.sort();
}

describe.runIf(process.platform === 'linux')('a build that is stopped at any moment', () => {
  const usual = temporaryFolder();
  let all: string[] = [];
  let took = 0;
  beforeAll(async () => {
    expect((await pshe([...words, '--out', usual])).code).toBe(0);
    const begun = performance.now();
    expect((await pshe([...words, '--out', usual, '--force'])).code).toBe(0);
    took = performance.now() - begun;
    all = whole(usual, false);
  });

  it.concurrent.each([0, 1])(
    'leaves no half file, no process and no folder, and all that was there before (%i)',
    { timeout: 20_000 + times * 5000 },
    async () => {
      const out = temporaryFolder();
      const temporary = join(temporaryFolder(), 'tmp');
      mkdirSync(temporary);
      const env = { TMPDIR: temporary, PSHE_CACHE: freshCache() };
      expect((await pshe([...words, '--out', out], { env })).code).toBe(0);
      const moments: string[] = [];
      for (let time = 0; time < times / 2; time += 1) {
        const signal = signals[time % signals.length] as (typeof signals)[number];
        const { child, ended } = start([...words, '--out', out, '--force'], { env });
        const after = Math.random() * took;
        await Promise.race([wait(after), ended]);
        child.kill(signal);
        const { code, signal: by, err } = await ended;
        const moment = `${signal} after ${Math.round(after)} ms of ${Math.round(took)}: ${code} ${by}`;
        moments.push(moment);
        // Before it has begun to listen, the system ends it.
        expect([0, codes[signal]].includes(code) || by === signal, `${moment}\n${err}`).toBe(true);
        if (signal === 'SIGKILL') while (processesWith(temporary).length > 0) await wait(5);
        else {
          expect(processesWith(temporary), moment).toEqual([]);
          const own = readdirSync(temporary).filter((name) => name.includes(`-${child.pid}-`));
          expect(own, moment).toEqual([]);
        }
        expect(whole(out, signal === 'SIGKILL'), moment).toEqual(all);
        expect(err, moment).not.toMatch(/mistake of the tool|\n\s+at /);
      }
      // At least some must have met it at work.
      expect(moments.filter((moment) => !moment.endsWith(': 0 null')).length).toBeGreaterThan(times / 8);
      expect((await pshe([...words, '--out', out, '--force'], { env })).code).toBe(0);
      expect(whole(out, false)).toEqual(all);
      expect(readdirSync(temporary)).toEqual([]);
      for (const name of all) expect(readFileSync(join(out, name))).toEqual(readFileSync(join(usual, name)));
    },
  );
});
