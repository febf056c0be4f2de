import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/folders.js';
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
});
