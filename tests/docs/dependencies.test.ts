import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../helpers/pshe.js';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };

const run = promisify(execFile);

interface Component {
  name: string;
  hashes?: { content: string }[];
  licenses?: { license?: { id: string }; expression?: string }[];
}

/** Licences under which the tool may bring a package along. */
const free = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  '0BSD',
  'Python-2.0',
];

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

  it('are all in the list of what the tool holds that comes with each release, with checksum and licence', async () => {
    const { stdout } = await run(process.execPath, ['scripts/sbom.js', 'cyclonedx'], { cwd: root });
    const { components } = JSON.parse(stdout) as { components: Component[] };
    const names = components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies as object)));
    expect(names).not.toContain('vitest');
    expect(components.filter(({ hashes }) => !hashes?.[0]?.content)).toEqual([]);
    const licences = components.map(({ licenses }) => licenses?.[0]?.license?.id ?? licenses?.[0]?.expression);
    expect(
      [...new Set(licences.flatMap((licence) => licence?.split(' AND ')))].filter(
        (licence) => !free.includes(licence ?? ''),
      ),
      String(licences),
    ).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript)).toEqual([]);
  });
});
