import type { Entry, Library } from '../../library/library.js';
import type { Lesson } from '../../library/types.js';
import { defineRule } from '../rule.js';

/** No kind of harm or help belongs to one sex. */
export const namesBalance = defineRule<{ share: number; least: number; greatest: number; names: readonly string[] }>({
  id: 'names-balance',
  group: 'craft',
  severity: 'warn',
  about: 'Girls and women, and boys and men, have about the same part in the stories of a unit.',
  message: ({ share, least, greatest }) =>
    `Of the people in the stories of this unit ${share} % are girls or women; it should be ${least} to ${greatest} %.`,
  hint: ({ names }) => `People here: ${names.join(', ')}. Give a part to somebody else.`,
  *check(library) {
    const limits = library.limits?.value.sexes;
    if (!limits) return;
    for (const unit of library.units.values()) {
      const lessons = [...library.lessons.values()].filter(({ value }) => value.unit === unit.value.id);
      const people = peopleIn(library, lessons).filter(({ sex }) => sex !== 'open');
      if (people.length < limits.people) continue;
      const share = Math.round((100 * people.filter(({ sex }) => sex === 'female').length) / people.length);
      if (share >= limits.least && share <= limits.greatest) continue;
      const { least, greatest } = limits;
      yield this.at(unit.source, ['title'], { share, least, greatest, names: people.map(({ name }) => name) });
    }
  },
});

/** The people of the list whose names stand in stories and on cards, for whichever band. */
function peopleIn(library: Library, lessons: readonly Entry<Lesson>[]): { name: string; sex: string }[] {
  const stories = lessons.flatMap(({ value }) =>
    value.activities.flatMap(({ slides = [], worksheet = [] }) => [
      ...slides.map((slide) => (slide.layout === 'scenario' ? slide.story : null)),
      ...worksheet.map((block) =>
        block.layout === 'scenario'
          ? block.story
          : block.layout === 'cards'
            ? block.cards.map(({ text }) => text)
            : null,
      ),
    ]),
  );
  const words = new Set(
    stories
      .flatMap(textsIn)
      .join(' ')
      .match(/\p{Lu}\p{L}+/gu),
  );
  return [...library.people.values()].map(({ value }) => value).filter(({ name }) => words.has(name));
}

/** All texts in a value, those of each band with them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn);
}
