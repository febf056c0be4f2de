import { formats, prints } from '../documents/kind.js';
import type { Entry, Library } from '../library/library.js';
import type { Profile } from '../library/types.js';
import { signables } from '../sign-off/parts.js';
import type { ManifestDocument } from './manifest.js';
import type { Job } from './plan.js';
import { isOf, planBuild } from './plan.js';
import type { PrintOptions } from './run.js';

/**
 * Which documents of an earlier build are no longer made: those of the same sources and profiles that even a build
 * without further wishes would not make again, and, when everything was built, those whose source is gone.
 */
export function staleTest(
  library: Library,
  planned: readonly Job[],
  profiles: readonly (Entry<Profile> | null)[],
  everything: boolean,
): PrintOptions['stale'] {
  // Printed in another way it is another document, which this build has nothing to do with. Most folders have no other
  // documents in them, and nobody asks.
  const wanted = new Map<string, Set<string>>();
  const pathsOf = (lesson: string) => {
    const wish = { what: [lesson], bands: [], kinds: [], profiles };
    const jobs = [[], prints].flatMap((own) => planBuild(library, { ...wish, formats, prints: own }));
    return new Set(jobs.map((job) => job.path));
  };
  const isWanted = ({ lesson, path }: ManifestDocument) => {
    const paths = wanted.get(lesson) ?? pathsOf(lesson);
    wanted.set(lesson, paths);
    return paths.has(path);
  };
  const sources = new Set(planned.map((job) => job.source));
  const ids = new Set(profiles.map((profile) => profile?.value.id ?? null));
  const read = signables(library).map((entry) => entry.source.name);
  const known = new Set([...read, ...library.broken.map(({ name }) => name)]);
  // What one file is made into stands in the same packs.
  const isOutdated = (pack: ManifestDocument, changed: readonly ManifestDocument[]) =>
    changed.some(
      ({ lesson, band, profile }) =>
        profile === pack.profile &&
        planned.some((job) => job.lesson === lesson && job.band === band && isOf(library, job, pack.lesson)),
    );
  return (document, changed) => {
    if (document.source === null) return isOutdated(document, changed);
    if (!ids.has(document.profile)) return false;
    const gone = everything && !known.has(document.source);
    return (gone || sources.has(document.source)) && !isWanted(document);
  };
}
