import { canShow } from '../../html/coverage.js';
import type { Entry } from '../../library/library.js';
import { defineRule, fixedFor } from '../rule.js';
import { authored, texts } from '../walk.js';

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
  *check(library) {
    const frame = library.frame ? [library.frame as unknown as Entry<{ id: string }>] : [];
    const { services, laws, days, topics, statements, bands } = library;
    const lists = [services, laws, days, topics, statements, bands].flatMap((list) => [...list.values()]);
    for (const entry of [...authored(library), ...frame, ...lists]) {
      for (const { value, path } of texts(entry)) {
        const character = [...value.normalize('NFC')].find((one) => !canShow(one));
        if (!character) continue;
        const code = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
        yield this.at(entry.source, path, { character, code });
      }
    }
  },
});
