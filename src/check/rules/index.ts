// Written by scripts/generate.js from the files of this folder. After adding a rule, run: npm run generate
import type { Rule } from '../rule.js';
import { bandMapComplete } from './band-map-complete.js';
import { blockBands } from './block-bands.js';
import { characterShown } from './character-shown.js';
import { csvForm } from './csv-form.js';
import { dayInCalendar } from './day-in-calendar.js';
import { dayToCome } from './day-to-come.js';
import { filePlace } from './file-place.js';
import { guidanceLevel } from './guidance-level.js';
import { headlineIsTitle } from './headline-is-title.js';
import { iconKnown } from './icon-known.js';
import { idMatchesFile } from './id-matches-file.js';
import { idRepeated } from './id-repeated.js';
import { idUnique } from './id-unique.js';
import { ignoreNeeded } from './ignore-needed.js';
import { ignoreReason } from './ignore-reason.js';
import { lawBand } from './law-band.js';
import { leaveOut } from './leave-out.js';
import { markKnown } from './mark-known.js';
import { minutesAddUp } from './minutes-add-up.js';
import { pictureFile } from './picture-file.js';
import { profileId } from './profile-id.js';
import { referenceKnown } from './reference-known.js';
import { schema } from './schema.js';
import { serviceBand } from './service-band.js';
import { signOffGiven } from './sign-off-given.js';
import { signOffLapsed } from './sign-off-lapsed.js';
import { stepOneThing } from './step-one-thing.js';
import { tableColumns } from './table-columns.js';
import { textEncoding } from './text-encoding.js';
import { tooLong } from './too-long.js';
import { topicBand } from './topic-band.js';
import { unitBand } from './unit-band.js';
import { yamlRepeatedKey } from './yaml-repeated-key.js';
import { yamlSyntax } from './yaml-syntax.js';
import { yamlTextCut } from './yaml-text-cut.js';

/** Every rule, by id in alphabetical order. */
export const rules: readonly Rule[] = [
  bandMapComplete,
  blockBands,
  characterShown,
  csvForm,
  dayInCalendar,
  dayToCome,
  filePlace,
  guidanceLevel,
  headlineIsTitle,
  iconKnown,
  idMatchesFile,
  idRepeated,
  idUnique,
  ignoreNeeded,
  ignoreReason,
  lawBand,
  leaveOut,
  markKnown,
  minutesAddUp,
  pictureFile,
  profileId,
  referenceKnown,
  schema,
  serviceBand,
  signOffGiven,
  signOffLapsed,
  stepOneThing,
  tableColumns,
  textEncoding,
  tooLong,
  topicBand,
  unitBand,
  yamlRepeatedKey,
  yamlSyntax,
  yamlTextCut,
];
