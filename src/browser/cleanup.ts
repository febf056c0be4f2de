/** Something to close or remove before the process ends. */
type Cleanup = () => Promise<void> | void;

const waiting = new Set<Cleanup>();

/** Registers what must be undone when the process is stopped early; the result takes it back. */
export function onStop(cleanup: Cleanup): () => void {
  waiting.add(cleanup);
  return () => waiting.delete(cleanup);
}

let stopped = false;

/** Work was given up because the process has been told to stop; nobody needs to hear of it. */
export class StoppedError extends Error {}

/** @throws StoppedError once the process has been told to stop */
export function goOn(): void {
  if (stopped) throw new StoppedError();
}

/** Tells all work to end, and undoes everything that is registered. */
export async function stop(): Promise<void> {
  stopped = true;
  await cleanUp();
}

/** Undoes everything that is registered, the newest first; one failure does not stop the others. */
export async function cleanUp(): Promise<void> {
  const all = [...waiting].reverse();
  waiting.clear();
  for (const cleanup of all) {
    try {
      await cleanup();
    } catch {
      // The process is ending: what can't be tidied now is swept at the next start.
    }
  }
}
