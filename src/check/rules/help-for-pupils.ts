import { defineRule, fixedFor } from '../rule.js';

/** Services that come when somebody is in danger; nobody rings them to talk. */
const urgent = ['emergency', 'police'];

/** A pupil who can't talk to anybody in school needs somebody outside it. */
export const helpForPupils = defineRule<{ band: string; fitting: readonly string[] }>({
  id: 'help-for-pupils',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'The services of a plan include somebody outside school whom pupils of its age can talk to.',
  message: ({ band }) => `No service here is somebody outside school whom pupils of ${band} can talk to.`,
  hint: ({ fitting }) => `Add one of: ${fitting.join(', ')}.`,
  *plan({ entry, plan, band }, { services }) {
    const fitting = [...services.values()]
      .map(({ value }) => value)
      .filter(
        ({ id, bands, audience, retired }) =>
          !retired && !urgent.includes(id) && bands.includes(band) && audience.includes('pupils'),
      )
      .map(({ id }) => id);
    if (plan.services.some((id) => fitting.includes(id))) return;
    yield this.at(entry.source, ['services'], { band, fitting }, 'key');
  },
});
