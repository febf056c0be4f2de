import { defineRule } from '../rule.js';
import { authored } from '../walk.js';

/** The headline is the title as it breaks: other words would give a document two names. */
export const headlineIsTitle = defineRule<{ headline: string; title: string }>({
  id: 'headline-is-title',
  group: 'form',
  severity: 'error',
  about: 'The lines of a headline together are the title, word for word.',
  message: ({ headline, title }) => `The headline reads “${headline}”, but the title is “${title}”.`,
  hint: () => 'Use the same words, only divided into lines; leave “headline” out where the title differs by band.',
  *check(library) {
    for (const entry of authored(library)) {
      const { title, headline } = entry.value as { title?: unknown; headline?: string[] };
      if (!title || !headline) continue;
      const joined = headline.join(' ');
      const other = (typeof title === 'string' ? [title] : Object.values(title as object)).find(
        (own) => own !== joined,
      );
      if (other) yield this.at(entry.source, ['headline'], { headline: joined, title: other });
    }
  },
});
