import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../check/rule.js';
import { readYaml } from './read.js';

/** The files that a thread is to read. */
export type Question = readonly { path: string; name: string; bytes: Uint8Array }[];

/** What one of them is; without data where it can't be read. */
export interface Answer {
  data?: unknown;
  findings: Finding[];
}

parentPort?.postMessage(
  (workerData as Question).map(({ bytes, path, name }): Answer => {
    const { source, findings } = readYaml(bytes, path, name);
    return source ? { data: source.data, findings } : { findings };
  }),
);
