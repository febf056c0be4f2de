import { defineRule, fixedFor } from '../rule.js';
import { bandsInWords } from '../walk.js';

/** A lesson for a band that its unit is not for would belong nowhere, and a question about another unit's lesson is lost. */
export const unitBand = defineRule<{ problem: 'band' | 'question'; unit: string; what: string; bands: string }>({
  id: 'unit-band',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'A lesson is for bands of its unit, and a unit asks about its own lessons.',
  message: ({ problem, unit, what }) =>
    problem === 'band'
      ? `The unit “${unit}” is not for ${what}, but this lesson is.`
      : `The lesson “${what}” does not belong to the unit “${unit}”.`,
  hint: ({ problem, bands }) =>
    problem === 'band'
      ? `The unit is for ${bands}. Change the bands of one of the two.`
      : 'Ask about a lesson of this unit.',
  *check(library) {
    for (const { value, source } of library.lessons.values()) {
      const unit = library.units.get(value.unit)?.value;
      const band = value.bands.find((candidate) => unit && !unit.bands.includes(candidate));
      if (unit && band)
        yield this.at(source, ['bands'], {
          problem: 'band',
          unit: unit.id,
          what: band,
          bands: bandsInWords(unit.bands),
        });
    }
    for (const { value, source } of library.units.values()) {
      for (const [index, { lesson }] of (value.questions ?? []).entries()) {
        const own = library.lessons.get(lesson)?.value;
        if (own && own.unit !== value.id)
          yield this.at(source, ['questions', index, 'lesson'], {
            problem: 'question',
            unit: value.id,
            what: lesson,
            bands: '',
          });
      }
    }
  },
});
