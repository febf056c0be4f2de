import { defineRule } from '../rule.js';

const people = {
  lead: 'the safeguarding lead',
  tutors: 'form tutors or pastoral staff',
} as const;

/** Colleagues who know what is taught when can look out for those it touches. */
export const staffTold = defineRule<{ who: keyof typeof people; level: string }>({
  id: 'staff-told',
  group: 'safe-teaching',
  severity: 'error',
  about: 'The preparation says that those who look after pupils are told beforehand.',
  message: ({ who, level }) =>
    `The level is “${level}”, and the preparation does not say that ${people[who]} are told.`.replace(
      'lead are',
      'lead is',
    ),
  hint: ({ who }) =>
    who === 'lead'
      ? 'Add a line such as “Tell $lead a week before which lesson this is.”'
      : 'Add a line such as “Tell the form tutors which lesson this is.”',
  *plan({ entry, plan }) {
    const { level } = plan['content-guidance'];
    if (level === 'none') return;
    const text = plan.preparation.join(' ');
    const told = {
      lead: level === 'mild' || /\$lead\b|safeguarding lead/i.test(text),
      // A tutor-time session is taught by the tutors themselves.
      tutors: 'day' in plan || /\btutors?\b|\bpastoral\b/i.test(text),
    };
    for (const who of ['lead', 'tutors'] as const) {
      if (!told[who]) yield this.at(entry.source, ['preparation'], { who, level }, 'key');
    }
  },
});
