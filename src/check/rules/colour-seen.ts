import { contrastWithPaper, fittedColour } from '../../select/colour.js';
import { defineRule } from '../rule.js';

/** A colour that can't be told from paper is no colour for a poster: it is printed darker, and that is said. */
export const colourSeen = defineRule<{ colour: string; ratio: number; least: number; fitted: string }>({
  id: 'colour-seen',
  group: 'form',
  severity: 'warn',
  about: 'The colour of a profile can be seen on paper.',
  message: ({ colour, ratio, least }) =>
    `${colour} stands out from white paper by ${ratio} : 1; it takes ${least} : 1 to be seen.`,
  hint: ({ fitted }) => `It is printed as ${fitted}, a darker tone of the same colour. Write that, or choose another.`,
  *check(library) {
    const least = library.limits?.value['contrast-of-colour'];
    if (least === undefined) return;
    for (const { value, source, path } of library.profiles.values()) {
      if (value.colour === undefined) continue;
      const ratio = Math.floor(contrastWithPaper(value.colour) * 10) / 10;
      if (ratio < least)
        yield this.at(source, [...path, 'colour'], {
          colour: value.colour,
          ratio,
          least,
          fitted: fittedColour(value.colour, least),
        });
    }
  },
});
