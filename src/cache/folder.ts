import { resolve } from 'node:path';
import envPaths from 'env-paths';

/**
 * Where this tool keeps what it may make again at any time. It is the user's own folder and not one beside the content:
 * whoever sends in content must not be able to send in answers with it. PSHE_CACHE names another.
 */
export const cacheFolder: string = process.env.PSHE_CACHE
  ? resolve(process.env.PSHE_CACHE)
  : envPaths('pshe-packs', { suffix: '' }).cache;
