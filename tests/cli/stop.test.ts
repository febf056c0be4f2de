import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import { temporaryFolder } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { alive, childrenOf } from '../helpers/processes.js';
import { pshe, start } from '../helpers/pshe.js';

describe.runIf(process.platform === 'linux')('a build that is stopped', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s leaves no browser and no half file, and the next one is whole', async (signal, code) => {
    const out = temporaryFolder();
    const { child, ended } = start(['build', 'tutor-cea', 'campaign-cea', '--out', out, '--jobs', '1']);
    const browsers = await new Promise<number[]>((resolve) => {
      child.stderr.on('data', () => resolve(childrenOf(child.pid as number)));
    });
    expect(browsers.length).toBeGreaterThan(0);
    child.kill(signal);
    expect(await ended).toMatchObject({ code });
    expect(browsers.filter(alive)).toEqual([]);
    for (const name of readdirSync(out)) {
      expect(name).toMatch(/\.pdf$/);
      expect(readFileSync(join(out, name), 'latin1')).toMatch(/%%EOF\s*$/);
    }
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`pshe-browser-${child.pid}-`))).toEqual([]);
    expect((await pshe(['build', 'campaign-cea', '--out', out])).code).toBe(0);
  });

  it('because its browser can’t be started again ends, and leaves none', async () => {
    const { path } = await findBrowser(undefined);
    const folder = temporaryFolder();
    const browser = join(folder, 'browser');
    const script = `#!/bin/sh\nif [ -e "${folder}/full" ]; then echo "No memory" >&2; exit 1; fi\nexec "${path}" "$@"\n`;
    writeFileSync(browser, script, { mode: 0o755 });
    const words = ['build', 'tutor-cea', '--out', temporaryFolder(), '--jobs', '2', '--browser', browser];
    const { child, ended } = start(words, { env: { PSHE_CACHE: freshCache() } });
    child.stderr.once('data', () => {
      writeFileSync(join(folder, 'full'), '');
      for (const pid of childrenOf(child.pid as number)) process.kill(pid, 'SIGKILL');
      // It could start again from then on, and must not: the build is over.
      child.stderr.on('data', (text: string) => {
        if (text.includes('No memory')) rmSync(join(folder, 'full'));
      });
    });
    const { code, err } = await ended;
    expect(err).toContain('No memory');
    expect(code).toBe(3);
    expect(err.split('\n').filter((line) => /^\d+\//.test(line)).length).toBeLessThan(6);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`pshe-browser-${child.pid}-`))).toEqual([]);
  });
});
