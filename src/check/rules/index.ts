// Written by scripts/generate.js from the files of this folder. After adding a rule, run: npm run generate
import type { Rule } from '../rule.js';
import { addressTyped } from './address-typed.js';
import { agreementRecalled } from './agreement-recalled.js';
import { altText } from './alt-text.js';
import { answerPlace } from './answer-place.js';
import { bandMapComplete } from './band-map-complete.js';
import { baselineRepeated } from './baseline-repeated.js';
import { blameLineSaid } from './blame-line-said.js';
import { blockBands } from './block-bands.js';
import { characterShown } from './character-shown.js';
import { colourSeen } from './colour-seen.js';
import { confidentialitySaid } from './confidentiality-said.js';
import { coreCovered } from './core-covered.js';
import { csvForm } from './csv-form.js';
import { datePast } from './date-past.js';
import { dayInCalendar } from './day-in-calendar.js';
import { dayInUnit } from './day-in-unit.js';
import { dayToCome } from './day-to-come.js';
import { detailRead } from './detail-read.js';
import { factSettled } from './fact-settled.js';
import { figureSource } from './figure-source.js';
import { fileName } from './file-name.js';
import { filePlace } from './file-place.js';
import { fileUsed } from './file-used.js';
import { guidanceLevel } from './guidance-level.js';
import { hardestPoint } from './hardest-point.js';
import { headlineIsTitle } from './headline-is-title.js';
import { helpAtEnd } from './help-at-end.js';
import { helpForPupils } from './help-for-pupils.js';
import { iconKnown } from './icon-known.js';
import { idMatchesFile } from './id-matches-file.js';
import { idRepeated } from './id-repeated.js';
import { idUnique } from './id-unique.js';
import { ignoreNeeded } from './ignore-needed.js';
import { ignoreReason } from './ignore-reason.js';
import { inclusiveLanguage } from './inclusive-language.js';
import { lawBand } from './law-band.js';
import { lawTyped } from './law-typed.js';
import { leaveOut } from './leave-out.js';
import { listenFor } from './listen-for.js';
import { markKnown } from './mark-known.js';
import { minutesAddUp } from './minutes-add-up.js';
import { nameOutdated } from './name-outdated.js';
import { namesBalance } from './names-balance.js';
import { noPromiseOfSecrecy } from './no-promise-of-secrecy.js';
import { numberTyped } from './number-typed.js';
import { outcomeSeen } from './outcome-seen.js';
import { outcomeTaught } from './outcome-taught.js';
import { ownExperience } from './own-experience.js';
import { passKept } from './pass-kept.js';
import { phaseOrder } from './phase-order.js';
import { pictureFile } from './picture-file.js';
import { plainWords } from './plain-words.js';
import { profileId } from './profile-id.js';
import { pupilsActive } from './pupils-active.js';
import { readingLevel } from './reading-level.js';
import { referenceKnown } from './reference-known.js';
import { reviewClaimed } from './review-claimed.js';
import { rightToPass } from './right-to-pass.js';
import { rolePlayOfHarm } from './role-play-of-harm.js';
import { scareWords } from './scare-words.js';
import { schema } from './schema.js';
import { sendAdaptation } from './send-adaptation.js';
import { serviceBand } from './service-band.js';
import { serviceChecked } from './service-checked.js';
import { serviceNation } from './service-nation.js';
import { serviceRetired } from './service-retired.js';
import { signOffGiven } from './sign-off-given.js';
import { signOffLapsed } from './sign-off-lapsed.js';
import { slidePace } from './slide-pace.js';
import { slideWords } from './slide-words.js';
import { spelling } from './spelling.js';
import { splitHalf } from './split-half.js';
import { staffTold } from './staff-told.js';
import { statementTaught } from './statement-taught.js';
import { stepOneThing } from './step-one-thing.js';
import { tableColumns } from './table-columns.js';
import { tellsPlanned } from './tells-planned.js';
import { textEncoding } from './text-encoding.js';
import { tooLong } from './too-long.js';
import { topicBand } from './topic-band.js';
import { unitBand } from './unit-band.js';
import { weekdayDate } from './weekday-date.js';
import { wordBand } from './word-band.js';
import { wordExplained } from './word-explained.js';
import { wording } from './wording.js';
import { yamlRepeatedKey } from './yaml-repeated-key.js';
import { yamlSyntax } from './yaml-syntax.js';
import { yamlTextCut } from './yaml-text-cut.js';

/** Every rule, by id in alphabetical order. */
export const rules: readonly Rule[] = [
  addressTyped,
  agreementRecalled,
  altText,
  answerPlace,
  bandMapComplete,
  baselineRepeated,
  blameLineSaid,
  blockBands,
  characterShown,
  colourSeen,
  confidentialitySaid,
  coreCovered,
  csvForm,
  datePast,
  dayInCalendar,
  dayInUnit,
  dayToCome,
  detailRead,
  factSettled,
  figureSource,
  fileName,
  filePlace,
  fileUsed,
  guidanceLevel,
  hardestPoint,
  headlineIsTitle,
  helpAtEnd,
  helpForPupils,
  iconKnown,
  idMatchesFile,
  idRepeated,
  idUnique,
  ignoreNeeded,
  ignoreReason,
  inclusiveLanguage,
  lawBand,
  lawTyped,
  leaveOut,
  listenFor,
  markKnown,
  minutesAddUp,
  nameOutdated,
  namesBalance,
  noPromiseOfSecrecy,
  numberTyped,
  outcomeSeen,
  outcomeTaught,
  ownExperience,
  passKept,
  phaseOrder,
  pictureFile,
  plainWords,
  profileId,
  pupilsActive,
  readingLevel,
  referenceKnown,
  reviewClaimed,
  rightToPass,
  rolePlayOfHarm,
  scareWords,
  schema,
  sendAdaptation,
  serviceBand,
  serviceChecked,
  serviceNation,
  serviceRetired,
  signOffGiven,
  signOffLapsed,
  slidePace,
  slideWords,
  spelling,
  splitHalf,
  staffTold,
  statementTaught,
  stepOneThing,
  tableColumns,
  tellsPlanned,
  textEncoding,
  tooLong,
  topicBand,
  unitBand,
  weekdayDate,
  wordBand,
  wordExplained,
  wording,
  yamlRepeatedKey,
  yamlSyntax,
  yamlTextCut,
];
