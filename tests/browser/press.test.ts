import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import type { Press } from '../../src/browser/press.js';
import { openPress } from '../../src/browser/press.js';
import { temporaryFolder } from '../helpers/folders.js';
import { alive, childrenOf } from '../helpers/processes.js';

const page = (body: string) => `<!doctype html><html lang="en"><title>x</title><body>${body}</body></html>`;
const small = page('<p>x</p>');
/** Takes the browser long enough for something to happen to it meanwhile. */
const large = page('<p>Something to print.</p>'.repeat(4000));

/** The browser that this process started last; null while there is none. */
const browser = (): number | null =>
  childrenOf(process.pid).findLast((pid) => alive(pid) && commandOf(pid).includes('--headless')) ?? null;

/** The processes of a browser in which pages live. */
function renderersOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [
    ...(commandOf(child).includes('--type=renderer') ? [child] : []),
    ...renderersOf(child),
  ]);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

/** Does something to the browser as soon as it is at work on a page. */
async function whilePrinting(press: Press, act: (pid: number) => void): Promise<unknown> {
  const before = browser();
  const printing = press.print(large, 20_000);
  const done = { is: false };
  printing.then(
    () => {
      done.is = true;
    },
    () => {
      done.is = true;
    },
  );
  let pid = browser();
  while (!done.is && (pid === null || renderersOf(pid).length === 0)) {
    await new Promise((resolve) => setImmediate(resolve));
    pid = browser();
  }
  expect(before === null || before === pid).toBe(true);
  if (pid !== null) act(pid);
  return printing;
}

const isPdf = { pdf: expect.any(Uint8Array), problems: [] };

describe.runIf(process.platform === 'linux')('a press', () => {
  let press: Press;
  afterEach(() => press.close());

  it('prints once more what its browser was printing when it was killed', async () => {
    press = openPress(undefined, 2);
    await press.print(small, 20_000);
    const first = browser();
    const all = Promise.all([whilePrinting(press, (pid) => process.kill(pid, 'SIGKILL')), press.print(large, 20_000)]);
    expect(await all).toEqual([expect.objectContaining(isPdf), expect.objectContaining(isPdf)]);
    expect(browser()).not.toBe(first);
    expect(alive(first as number)).toBe(false);
  });

  it('prints once more what a part of its browser was printing when it broke down', async () => {
    press = openPress(undefined, 2);
    await press.print(small, 20_000);
    const crash = (pid: number) => {
      for (const renderer of renderersOf(pid)) process.kill(renderer, 'SIGKILL');
    };
    expect(await whilePrinting(press, crash)).toMatchObject(isPdf);
  });

  it('gives up what ends its browser twice, and prints the next', async () => {
    press = openPress(undefined, 1);
    await press.print(small, 20_000);
    const printing = whilePrinting(press, (pid) => process.kill(pid, 'SIGKILL'));
    printing.catch(() => undefined);
    const first = browser() as number;
    while (alive(first) || browser() === null) await new Promise((resolve) => setImmediate(resolve));
    await press.version();
    process.kill(browser() as number, 'SIGKILL');
    await expect(printing).rejects.toThrow('broke down twice');
    expect(await press.print(small, 20_000)).toMatchObject(isPdf);
  });

  it('does not wait for a browser that hangs', async () => {
    press = openPress(undefined, 2);
    await press.print(small, 20_000);
    const first = browser() as number;
    process.kill(first, 'SIGSTOP');
    expect(await Promise.all([press.print(small, 1500), press.print(small, 1500)])).toEqual([
      expect.objectContaining(isPdf),
      expect.objectContaining(isPdf),
    ]);
    expect(alive(first)).toBe(false);
  });

  it('says which page takes too long, and prints the next', async () => {
    press = openPress(undefined, 1);
    await press.print(small, 20_000);
    await expect(press.print(page('<p>x</p>'.repeat(300_000)), 50)).rejects.toThrow('longer than 0.05 seconds');
    expect(await press.print(small, 20_000)).toMatchObject(isPdf);
  });

  it('gives up nothing for what its neighbour did', async () => {
    press = openPress(undefined, 2);
    await press.print(small, 20_000);
    const late = press.print(page('<p>x</p>'.repeat(300_000)), 50);
    const all = await Promise.allSettled([late, press.print(large, 20_000), press.print(large, 20_000)]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('leaves pages alone that broke down while they had nothing to do', async () => {
    press = openPress(undefined, 2);
    await Promise.all([press.print(small, 20_000), press.print(small, 20_000)]);
    const first = browser() as number;
    const gone = renderersOf(first);
    for (const renderer of gone) process.kill(renderer, 'SIGKILL');
    while (gone.some(alive)) await new Promise((resolve) => setImmediate(resolve));
    expect(await press.print(small, 20_000)).toMatchObject(isPdf);
    expect(browser()).toBe(first);
  });

  it('prints again after a browser that could not be started', async () => {
    const { path } = await findBrowser(undefined);
    const folder = temporaryFolder();
    const named = join(folder, 'browser');
    const script = `#!/bin/sh\nif [ -e "${folder}/full" ]; then echo "No memory" >&2; exit 1; fi\nexec "${path}" "$@"\n`;
    writeFileSync(named, script, { mode: 0o755 });
    press = openPress(named, 1);
    await press.print(small, 20_000);
    writeFileSync(join(folder, 'full'), '');
    process.kill(browser() as number, 'SIGKILL');
    await expect(press.print(small, 20_000)).rejects.toThrow('No memory');
    await expect(press.print(small, 20_000)).rejects.toThrow('No memory');
    rmSync(join(folder, 'full'));
    expect(await press.print(small, 20_000)).toMatchObject(isPdf);
  });

  it('holds on to nothing that it has printed', async () => {
    press = openPress(undefined, 2);
    const printed = async () => new WeakRef((await press.print(small, 20_000)).pdf);
    const all = [await printed(), await printed(), await printed()];
    // A turn of its own: until then the engine keeps what was looked at in this one.
    await new Promise((resolve) => setImmediate(resolve));
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    expect(all.map((pdf) => pdf.deref())).toEqual([undefined, undefined, undefined]);
  });

  it('says that there is no browser to whoever prints', async () => {
    press = openPress('/nowhere/browser', 1);
    await expect(press.print(small, 20_000)).rejects.toThrow('/nowhere/browser');
    await expect(press.identity).rejects.toThrow('/nowhere/browser');
  });
});
