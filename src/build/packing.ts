import type { Library } from '../library/library.js';
import { planPacks, writePack } from '../pack/pack.js';
import type { Job } from './plan.js';
import { isOf } from './plan.js';
import type { PrintOptions } from './run.js';

/** Makes the packs of a build. One that would lack something is not made. */
export function packing(
  library: Library,
  what: readonly string[],
  planned: readonly Job[],
  out: string,
): PrintOptions['pack'] {
  const jobs = new Map(planned.map((job) => [job.path, job]));
  return async (made, renderer) => {
    const there = new Set(made.map(({ path }) => path));
    const lacking = planned.filter(({ path }) => !there.has(path));
    const documents = made.map((document) => ({ document, job: jobs.get(document.path) as Job }));
    const packs = planPacks(library, what, documents).filter(
      ({ of, profile }) => !lacking.some((job) => job.profile === profile && isOf(library, job, of)),
    );
    const written = [];
    for (const pack of packs) written.push(await writePack(pack, { library, renderer, out }));
    return written;
  };
}

/** The paths of the packs that a build would make. */
export function pathsOfPacks(library: Library, what: readonly string[], planned: readonly Job[]): string[] {
  const documents = planned.map((job) => ({ job }));
  return planPacks(library, what, documents).map(({ path }) => path);
}
