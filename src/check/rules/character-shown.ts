import { canShow } from '../../html/coverage.js';
import { defineRule, fixedFor } from '../rule.js';

/** Characters that every font has: no need to look closer. */
const latin = /^[\n -~’“”–…]*$/;

const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** A character that the fonts lack would be printed as an empty box, or in another font. */
export const characterShown = defineRule<{ character: string; code: string }>({
  id: 'character-shown',
  group: 'form',
  severity: 'error',
  fixed: fixedFor.shown,
  about: 'The fonts can show every character of every text.',
  message: ({ character, code }) =>
    invisible.test(character)
      ? `There is an invisible character here (${code}), which the fonts of the documents lack.`
      : `The fonts of the documents can’t show “${character}” (${code}).`,
  hint: ({ character }) =>
    invisible.test(character)
      ? 'Delete the characters round this place and type them again.'
      : 'Write it in Latin letters, or say in words what the sign means.',
  value({ entry, value, path }) {
    // The name of a picture stands in no document.
    if (typeof value !== 'string' || path.at(-1) === 'file' || latin.test(value)) return [];
    const character = [...value.normalize('NFC')].find((one) => !canShow(one));
    if (!character) return [];
    const code = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    return [this.at(entry.source, path, { character, code })];
  },
});
