// Lists what the tool brings along: `npm run --silent sbom -- cyclonedx` or `spdx`. `npm sbom --omit dev` alone leaves out
// packages that the tool shares with those that it is only built with.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const form = process.argv[2] ?? 'cyclonedx';
const folder = mkdtempSync(join(tmpdir(), 'pshe-sbom-'));
const npm = (...words) =>
  execFileSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  });
const lockedIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
try {
  const { devDependencies: _dev, scripts: _scripts, ...shipped } = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(shipped));
  copyFileSync('package-lock.json', join(folder, 'package-lock.json'));
  npm('install', '--package-lock-only', '--ignore-scripts', '--offline');
  const locked = lockedIn('package-lock.json');
  for (const [path, { version }] of Object.entries(lockedIn(join(folder, 'package-lock.json'))))
    if (version !== locked[path]?.version) throw new Error(`${path} is not the one that is locked.`);
  process.stdout.write(npm('sbom', '--package-lock-only', '--sbom-format', form));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
