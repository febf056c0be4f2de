import { existsSync } from 'node:fs';
import { documentKinds } from '../documents/index.js';
import type { Format, Print } from '../documents/kind.js';
import { formats, formatsOf, prints, printsInWords } from '../documents/kind.js';
import type { Band, Library } from '../library/library.js';
import { bands as allBands, plansOf } from '../library/library.js';
import { signables } from '../sign-off/parts.js';
import { UserError } from '../terminal/errors.js';
import { nearest } from '../terminal/nearest.js';

/** A wish whose words all mean something. */
export interface CheckedWish {
  what: readonly string[];
  bands: readonly Band[];
  kinds: readonly string[];
  formats: readonly Format[];
  prints: readonly Print[];
}

/**
 * Checks the words of a wish against the library.
 * @throws UserError for a word that nothing answers to, with the nearest that does
 */
export function checkWish(
  library: Library,
  wish: Readonly<Record<'what' | 'bands' | 'kinds' | 'formats' | 'prints', readonly string[]>>,
): CheckedWish {
  const broken = library.broken.flatMap(({ id }) => (id ? [id] : []));
  const names = [...signables(library).map((entry) => entry.value.id), ...allBands];
  for (const word of wish.what) {
    if (names.includes(word) || broken.includes(word)) continue;
    if (existsSync(word)) {
      const option = /\.(?:ya?ml|csv)$/.test(word) ? `--profile ${word}` : `--content ${word}`;
      throw new UserError(
        `“${word}” is a file or folder, but “build” wants ids such as ks3-respect-1.`,
        `If it is what to build from, write ${option}; to check a file, write “pshe check ${word}”.`,
      );
    }
    if (documentKinds.some((kind) => kind.id === word)) {
      throw new UserError(
        `“${word}” is a kind of document, not a lesson.`,
        `Write --kind ${word}; several with commas.`,
      );
    }
    refuse('lesson, session, unit, campaign, guide or band', word, names, 'See “pshe list” for all of them.');
  }
  for (const band of wish.bands) refuseUnknown('band', band, allBands);
  const kinds = documentKinds.map((kind) => kind.id);
  for (const kind of wish.kinds) refuseUnknown('kind of document', kind, kinds);
  for (const print of wish.prints) refuseUnknown('way of printing', print, prints);
  for (const format of wish.formats) refuseUnknown('format', format, formats);
  checkFormats(wish.kinds, wish.formats as Format[]);
  if (wish.prints.length > 0 && wish.formats.length > 0 && !wish.formats.includes('pdf')) {
    throw new UserError(
      `--print and --bleed are for paper, and --format asks for ${wish.formats.join(', ')}.`,
      'Leave them out, or add pdf to --format.',
    );
  }
  checkPrints(wish.kinds, wish.prints as Print[]);
  checkBands(library, wish.what, wish.bands);
  return {
    ...wish,
    bands: wish.bands as Band[],
    formats: wish.formats as Format[],
    prints: wish.prints as Print[],
  };
}

/** A kind that is named and comes in none of the formats asked for is a slip; all others are passed over. */
function checkFormats(kinds: readonly string[], wanted: readonly Format[]): void {
  if (wanted.length === 0) return;
  for (const id of kinds) {
    const able = documentKinds.filter((kind) => kind.id === id).flatMap(formatsOf);
    if (able.some((format) => wanted.includes(format))) continue;
    throw new UserError(
      `The kind “${id}” does not come as ${wanted.join(' or ')}.`,
      `It comes as ${[...new Set(able)].join(' and ')}.`,
    );
  }
}

/** A kind that is named and can't be printed in any of the ways asked for is a slip too. */
function checkPrints(kinds: readonly string[], wanted: readonly Print[]): void {
  if (wanted.length === 0) return;
  for (const id of kinds) {
    const able = documentKinds.filter((kind) => kind.id === id);
    if (
      able.some(({ mono, prints: own }) => wanted.some((print) => own?.includes(print) || (mono && print === 'mono')))
    )
      continue;
    const ways = [...new Set(able.flatMap((kind) => kind.prints ?? []))];
    throw new UserError(
      `The kind “${id}” can’t be printed ${printsInWords(wanted)}.`,
      ways.length > 0
        ? `It can be printed ${printsInWords(ways)}.`
        : 'It is for screens; leave --print and --bleed out for it.',
    );
  }
}

/** A band that none of the named plans serves is a slip of the hand, not a wish for nothing. */
function checkBands(library: Library, what: readonly string[], bands: readonly string[]): void {
  if (bands.length === 0) return;
  for (const word of what) {
    const plan = plansOf(library).find((entry) => entry.value.id === word)?.value ?? library.units.get(word)?.value;
    if (!plan || bands.some((band) => (plan.bands as string[]).includes(band))) continue;
    throw new UserError(
      `“${word}” is not for ${bands.join(', ')}: it is for ${plan.bands.join(', ')}.`,
      `Leave --band out, or write --band ${plan.bands.join(',')}.`,
    );
  }
}

function refuseUnknown(noun: string, word: string, known: readonly string[]): void {
  if (!known.includes(word)) refuse(noun, word, known, `Choose from: ${known.join(', ')}.`);
}

function refuse(noun: string, word: string, known: readonly string[], otherwise: string): never {
  const near = nearest(word, known);
  throw new UserError(`There is no ${noun} “${word}”.`, near ? `Did you mean “${near}”?` : otherwise);
}
