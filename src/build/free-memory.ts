import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much may lie in memory before it is looked through, in bytes. */
const enough = 56 * 1024 ** 2;

/**
 * Makes what is to be called for each document that is printed. When much has piled up it has the memory cleared that
 * documents have left: by itself the engine waits for as long as the system gives more, and the browser needs it, too.
 */
export function createFreeMemory(): () => void {
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
