import { canShow } from '../../html/coverage.js';
import type { Entry } from '../../library/library.js';
import { defineRule } from '../rule.js';
import { authored, texts } from '../walk.js';

/** A character that the fonts lack would be printed as an empty box, or in another font. */
export const characterShown = defineRule<{ character: string; code: string }>({
  id: 'character-shown',
  group: 'form',
  severity: 'error',
  fixed: 'Without it a document would show what was typed, or nothing at all.',
  about: 'The fonts can show every character of every text.',
  message: ({ character, code }) => `The fonts of the documents can’t show “${character}” (${code}).`,
  hint: () => 'Write it in Latin letters, or say in words what the sign means.',
  *check(library) {
    const frame = library.frame ? [library.frame as unknown as Entry<{ id: string }>] : [];
    for (const entry of [...authored(library), ...frame, ...library.services.values(), ...library.laws.values()]) {
      for (const { value, path } of texts(entry)) {
        const character = [...value.normalize('NFC')].find((one) => !canShow(one));
        if (!character) continue;
        const code = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
        yield this.at(entry.source, path, { character, code });
      }
    }
  },
});
