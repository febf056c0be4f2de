import type { Band, Entry, Library } from '../library/library.js';
import type { Profile, Unit } from '../library/types.js';
import type { ForBand } from './age-gate.js';
import { forBand } from './age-gate.js';
import type { Selected } from './base.js';
import { selectBase, withMarks } from './base.js';
import type { SelectedPlan } from './select.js';
import { selectPlan } from './select.js';

/** A unit for one band and one school, with the lessons that the school teaches, in order. */
export interface SelectedUnit extends Selected {
  unit: ForBand<Unit>;
  lessons: SelectedPlan[];
}

/** Everything that one band may see of a unit, in the words of one school. */
export function selectUnit(
  library: Library,
  entry: Entry<Unit>,
  band: Band,
  profile: Entry<Profile> | null,
): SelectedUnit {
  const { marks, selected } = selectBase(library, band, profile);
  const out = profile?.value['leave-out']?.lessons ?? [];
  const lessons = [...library.lessons.values()]
    .filter(({ value }) => value.unit === entry.value.id && value.bands.includes(band) && !out.includes(value.id))
    .sort((one, other) => one.value.order - other.value.order);
  return {
    ...selected,
    unit: withMarks(forBand(entry.value, band) as ForBand<Unit>, marks),
    lessons: lessons.map((lesson) => selectPlan(library, lesson, band, profile)),
  };
}
