import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, openFiles } from '../../src/cache/files.js';
import { cacheFolder } from '../../src/cache/folder.js';

const folder = join(cacheFolder, 'files');
const bytes = (fill: number) => Buffer.alloc(1000, fill);
const keep = (files: ReturnType<typeof openFiles>, fill: number) => files.write(digestOf(bytes(fill)), bytes(fill));
const usedDaysAgo = (fill: number, days: number) => {
  const time = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  utimesSync(join(folder, digestOf(bytes(fill))), time, time);
};
const kept = () => [1, 2, 3, 4, 5].filter((fill) => existsSync(join(folder, digestOf(bytes(fill)))));

describe('files that are kept', () => {
  beforeEach(() => rmSync(folder, { recursive: true, force: true }));

  it('come back as they were', () => {
    const files = openFiles();
    keep(files, 1);
    expect(files.read(digestOf(bytes(1)))).toEqual(bytes(1));
    expect(files.read(digestOf(bytes(2)))).toBeNull();
  });

  it('do not come back when they are damaged', () => {
    const files = openFiles();
    keep(files, 1);
    const file = join(folder, digestOf(bytes(1)));
    writeFileSync(file, readFileSync(file).fill(9, 10, 20));
    expect(files.read(digestOf(bytes(1)))).toBeNull();
  });

  it('take no more room than they may: those that were not asked for the longest go first', () => {
    const files = openFiles(3500);
    for (const fill of [1, 2, 3]) keep(files, fill);
    usedDaysAgo(1, 1);
    usedDaysAgo(2, 3);
    usedDaysAgo(3, 2);
    files.read(digestOf(bytes(3)));
    keep(files, 4);
    expect(kept()).toEqual([1, 3, 4]);
    keep(openFiles(3500), 5);
    expect(kept()).toEqual([3, 4, 5]);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('do not stay for ever where a clock that was ahead has dated them', () => {
    const files = openFiles(3500);
    for (const fill of [1, 2, 3]) keep(files, fill);
    usedDaysAgo(1, 1);
    usedDaysAgo(2, -70 * 365);
    usedDaysAgo(3, 2);
    keep(files, 4);
    expect(kept()).toEqual([1, 3, 4]);
  });
});
