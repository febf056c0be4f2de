import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const temporary: string[] = [];

// Asked for here, as this file is imported: within a test nobody would hear of it.
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pshe-test-'));
  temporary.push(folder);
  return folder;
}

/** A content folder with these files below `lessons/`. */
export function contentWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lessons'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeInto(join(folder, 'lessons'), name, text);
  return folder;
}

/** A copy of a folder of `tests/fixtures` that a test may change. */
export function copyOfFixture(name: string): string {
  const folder = temporaryFolder();
  cpSync(fixture(name), folder, { recursive: true });
  return folder;
}

/** The path of a folder of `tests/fixtures`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/** Writes a file and the folders it lies in. */
export function writeInto(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
