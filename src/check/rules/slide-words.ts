import { defineRule } from '../rule.js';
import { textsForPupils } from '../texts-for-pupils.js';
import { wordsOf } from '../words.js';

/** A class that reads can't listen: what is long to read belongs on paper. */
export const slideWords = defineRule<{ slide: string; words: number; most: number }>({
  id: 'slide-words',
  group: 'craft',
  severity: 'warn',
  about: 'A slide has only as many words as a class can read at a glance.',
  message: ({ slide, words, most }) =>
    `The slide “${slide}” has ${words} words; more than ${most} are too many to read.`,
  hint: () => 'Divide it between two slides, or let the teacher say it and show a few words.',
  *plan({ entry, band, activities, path }, { limits }) {
    const most = limits?.value['words-on-a-slide'][band];
    if (most === undefined) return;
    for (const slide of activities.flatMap(({ activity }) => activity.slides ?? [])) {
      const words = textsForPupils(slide, slide.at).reduce((sum, { text }) => sum + wordsOf(text).length, 0);
      if (words > most) yield this.at(entry.source, path(`${slide.at}/id`), { slide: slide.id, words, most });
    }
  },
});
