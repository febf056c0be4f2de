import { defineRule, fixedFor } from '../rule.js';

/** What the class has agreed holds only where it is called to mind before anything else. */
export const agreementRecalled = defineRule<{ activity: string }>({
  id: 'agreement-recalled',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'The first activity shows the class agreement.',
  message: ({ activity }) => `The first activity, “${activity}”, does not show the class agreement.`,
  hint: () => 'Add a slide with “layout: agreement”, and a step that shows it.',
  *plan({ entry, plan, activities, path }) {
    const first = activities[0];
    if (!first) return;
    const { slides = [], at, title } = first.activity;
    const agreement = slides.filter(({ layout }) => layout === 'agreement').map(({ id }) => id);
    if (first.steps.some(({ show }) => show !== undefined && agreement.includes(show))) return;
    // A session is too short for the slide: there it is enough to point at the poster.
    const pointed = first.steps.some((step) => /\bagreement\b/i.test(`${step.do ?? ''} ${step.say ?? ''}`));
    if ('day' in plan && pointed) return;
    yield this.at(entry.source, path(`${at}/title`), { activity: title });
  },
});
