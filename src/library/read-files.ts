import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Store } from '../cache/store.js';
import { packagedData } from './packaged-data.js';
import type { ReadResult } from './read.js';
import { decode, readBytes, readYaml } from './read.js';
import type { Answer, Question } from './read-worker.js';
import { sourceFile } from './source-file.js';

/** A YAML file to read: its absolute path, and the path that people see. */
interface NamedFile {
  path: string;
  name: string;
}

type LoadedFile = NamedFile & { bytes: Uint8Array };

/** Fewer files than this are read in less time than it takes to start a thread. */
const fewest = 100;
const mostThreads = 4;

/**
 * Reads YAML files, many of them in several threads.
 * @param known the data of texts that were read before and had nothing wrong with them
 * @returns what they are, in the same order
 */
export async function readFiles(files: readonly NamedFile[], known?: Store): Promise<ReadResult[]> {
  const loaded = await Promise.all(
    files.map(async (file) => ({ ...file, ...(await readBytes(file.path, file.name)) })),
  );
  const before = loaded.map((file) => ('bytes' in file ? readBefore(file, known) : { source: null, ...file }));
  const fresh = loaded.filter((file, index): file is LoadedFile => 'bytes' in file && !before[index]);
  const read = await readAnew(fresh);
  for (const [index, { source }] of read.entries()) {
    // Numbers without end or sense are nothing that JSON can hold.
    if (source && !/\.(?:inf|nan)\b/i.test(source.text))
      known?.write([(fresh[index] as LoadedFile).bytes], source.data);
  }
  const rest = read.values();
  return before.map((result) => result ?? (rest.next().value as ReadResult));
}

function readBefore({ path, name, bytes }: LoadedFile, known?: Store): ReadResult | null {
  const data = packagedData(bytes) ?? known?.read([bytes]);
  return data === undefined ? null : { source: sourceFile(path, name, decode(bytes) ?? '', data), findings: [] };
}

async function readAnew(files: readonly LoadedFile[]): Promise<ReadResult[]> {
  const threads = files.length < fewest ? 1 : Math.min(mostThreads, availableParallelism());
  const shares = Array.from({ length: threads }, (_share, thread) =>
    files.slice(Math.ceil((files.length * thread) / threads), Math.ceil((files.length * (thread + 1)) / threads)),
  );
  const [own = [], ...others] = shares;
  const elsewhere = others.map(readElsewhere);
  const here = own.map(({ bytes, path, name }) => readYaml(bytes, path, name));
  return [here, ...(await Promise.all(elsewhere))].flat();
}

/** Reads files in a thread of its own. */
function readElsewhere(files: readonly LoadedFile[]): Promise<ReadResult[]> {
  const question: Question = files;
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), { workerData: question });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answers: Answer[]) => {
      resolve(
        answers.map(({ data, findings }, index) => {
          const { path, name, bytes } = files[index] as LoadedFile;
          return { source: data === undefined ? null : sourceFile(path, name, decode(bytes) ?? '', data), findings };
        }),
      );
    });
  });
}
