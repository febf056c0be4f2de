import { dateInWords } from '../library/dates.js';
import type { Entry, Library } from '../library/library.js';
import type { SignOff } from '../library/types.js';
import { MissingBandError, NotForBandError } from '../select/age-gate.js';
import type { Parts, Signable } from './parts.js';
import { partsOf } from './parts.js';

/** Whether something is a draft, was signed off, or was signed off before something in it changed. */
export type ReviewState =
  | { state: 'draft' }
  | { state: 'reviewed'; by: string; on: string }
  | { state: 'lapsed'; by: string; on: string; changed: string[] };

const known = new WeakMap<Library, WeakMap<Entry<Signable>, ReviewState>>();

/** The state of something that can be signed off: what its file says, held against what it is now. */
export function reviewState(library: Library, entry: Entry<Signable>): ReviewState {
  const states = known.get(library) ?? new WeakMap<Entry<Signable>, ReviewState>();
  known.set(library, states);
  const state = states.get(entry) ?? compare(library, entry);
  states.set(entry, state);
  return state;
}

function compare(library: Library, entry: Entry<Signable>): ReviewState {
  const { status, 'sign-off': signOff } = entry.value as { status: string; 'sign-off'?: SignOff };
  if (status !== 'reviewed' || !signOff || !library.frame) return { state: 'draft' };
  const { by, on } = signOff;
  try {
    const changed = differences(signOff.read, partsOf(library, entry));
    return changed.length > 0 ? { state: 'lapsed', by, on, changed } : { state: 'reviewed', by, on };
  } catch (error) {
    // What does not pass the age gate is reported by the check, and is no longer what was read.
    if (error instanceof MissingBandError || error instanceof NotForBandError) return { state: 'draft' };
    throw error;
  }
}

/** The names of parts that are new, gone or not what they were. */
function differences(before: Parts, now: Parts): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => before[name] !== now[name])
    .sort();
}

/** What a document says of itself. */
export interface Status {
  /** `Draft, not reviewed`, or by whom and when it was reviewed. */
  full: string;
  /** The same for the foot of a page: `Reviewed 24 November 2026`. */
  short: string;
  reviewed: boolean;
}

const draft: Status = { full: 'Draft, not reviewed', short: 'Draft, not reviewed', reviewed: false };

/** The status of something that can be signed off, as its documents show it. */
export function statusOf(library: Library, entry: Entry<Signable>): Status {
  const state = reviewState(library, entry);
  if (state.state !== 'reviewed') return draft;
  const day = dateInWords(state.on);
  return { full: `Reviewed by ${state.by}, on ${day}`, short: `Reviewed ${day}`, reviewed: true };
}
