import type { Band, Entry, Library } from '../library/library.js';
import type { Guide, Profile } from '../library/types.js';
import type { ForBand } from './age-gate.js';
import { forBand } from './age-gate.js';
import type { Selected } from './base.js';
import { oldest, selectBase, withMarks } from './base.js';

/** A guide in the words of one school. */
export interface SelectedGuide extends Selected {
  guide: ForBand<Guide>;
}

/**
 * Everything that the readers of a guide may see.
 * @param band the band of the pupils who get it; null for a guide for adults
 */
export function selectGuide(
  library: Library,
  entry: Entry<Guide>,
  band: Band | null,
  profile: Entry<Profile> | null,
): SelectedGuide {
  const { marks, selected } = selectBase(library, band, profile);
  return { ...selected, guide: withMarks(forBand(entry.value, band ?? oldest) as ForBand<Guide>, marks) };
}
