import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../helpers/pshe.js';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };

/** The packages that the tables of the page name below a heading. */
function namedBelow(heading: string): string[] {
  const section = read('docs/dependencies.md')
    .split('\n## ')
    .find((part) => part.startsWith(heading)) as string;
  const cells = section.split('\n').flatMap((line) => /^\| (`[^|]*`) \|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string)).sort();
}

describe('packages', () => {
  it('each have a reason', () => {
    expect(namedBelow('What comes with the tool')).toEqual(Object.keys(dependencies as object).sort());
    expect(namedBelow('What it is built')).toEqual(Object.keys(devDependencies as object).sort());
  });

  it('are pinned to one version', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript)).toEqual([]);
  });
});
