import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { temporaryFolder } from './folders.js';

const { version } = createRequire(import.meta.url)('../../node_modules/@sparticuz/chromium/package.json') as {
  version: string;
};

/**
 * A cache folder with nothing in it but the unpacked browser, which takes seconds to unpack.
 * @returns its path, for PSHE_CACHE
 */
export function freshCache(): string {
  const usual = process.env.PSHE_CACHE ?? envPaths('pshe-packs', { suffix: '' }).cache;
  const browser = join(usual, `chromium-${version}`);
  const folder = temporaryFolder();
  mkdirSync(browser, { recursive: true });
  symlinkSync(browser, join(folder, `chromium-${version}`));
  return folder;
}
