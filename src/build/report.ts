import type { FindingInWords } from '../check/run.js';
import type { ManifestDocument } from './manifest.js';

/** A finding as JSON shows it. */
export type PlainFinding = Pick<FindingInWords, 'rule' | 'severity' | 'message' | 'hint' | 'file'> &
  FindingInWords['range'];

/** What a build that was not refused came to, as plain data. */
export interface BuildReport {
  /** The output folder. */
  out: string;
  browser: string;
  /** The paths of all documents that were asked for. */
  planned: string[];
  /** The documents that are there as they should be. */
  made: ManifestDocument[];
  /** The paths of those of them in which nothing had changed since they were printed. */
  kept: string[];
  /** The paths of documents that are no longer made. */
  removed: string[];
  findings: PlainFinding[];
  /** Ids of the library that files of one's own take the place of. */
  replaced: { id: string; by: string }[];
  /** Templates of one's own. */
  templates: readonly string[];
  /** How many errors there are in files that these documents do not use. */
  elsewhere: number;
}
