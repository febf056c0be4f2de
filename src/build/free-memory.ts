import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Makes what is to be called for each document that is printed. When much has piled up it has the memory of this thread
 * cleared that documents have left: by itself the engine waits for as long as the system gives more, and the browser needs
 * it, too.
 * @param most how much may lie in memory before it is looked through, in megabytes
 */
export function createFreeMemory(most: number): () => void {
  const enough = most * 1024 ** 2;
  let bound = enough;
  let clear: (() => void) | null = null;
  return () => {
    if (getHeapStatistics().used_heap_size < bound) return;
    setFlagsFromString('--expose-gc');
    clear ??= runInNewContext('gc') as () => void;
    clear();
    // Where much of it is in use, looking through it time and again would only take time.
    bound = Math.max(enough, 2 * getHeapStatistics().used_heap_size);
  };
}
