import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sweepParts } from '../../src/build/write-whole.js';
import { temporaryFolder } from '../helpers/folders.js';

const hour = 60 * 60 * 1000;

describe('what another machine has begun to write', () => {
  const begun = (hours: number) => {
    const folder = temporaryFolder();
    const file = join(folder, '.pshe-elsewhere-12-1.part');
    writeFileSync(file, 'half');
    const time = new Date(Date.now() - hours * hour);
    utimesSync(file, time, time);
    return folder;
  };

  it('is taken away a day later', () => {
    const [old, young] = [begun(25), begun(23)];
    for (const folder of [old, young]) sweepParts(folder);
    expect([old, young].map((folder) => readdirSync(folder).length)).toEqual([0, 1]);
  });

  it('stays where only the clock of this one is ahead', () => {
    const folder = begun(0);
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2099-01-01'));
    sweepParts(folder);
    clock.mockRestore();
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
