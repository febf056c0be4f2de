import { defineRule, fixedFor } from '../rule.js';

/** Who helps is on the screen while pupils leave, so that nobody has to ask for it. */
export const helpAtEnd = defineRule<{ slide: string }>({
  id: 'help-at-end',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'The last slide that is shown says who helps.',
  message: ({ slide }) => `The last slide that is shown, “${slide}”, does not say who helps.`,
  hint: () => 'Show a slide with “layout: close” last, so that it stays on the screen until the room is empty.',
  *plan({ entry, activities, path }) {
    const shown = activities.flatMap(({ steps, activity }) =>
      steps
        .filter(({ show }) => show !== undefined)
        .map(({ show, at }) => ({ at, slide: activity.slides?.find(({ id }) => id === show) })),
    );
    const last = shown.at(-1);
    if (!last?.slide || last.slide.layout === 'close' || last.slide.layout === 'help') return;
    yield this.at(entry.source, path(`${last.at}/show`), { slide: last.slide.id });
  },
});
