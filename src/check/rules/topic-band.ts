import { plansOf } from '../../library/library.js';
import { defineRule, fixedFor } from '../rule.js';
import { walk } from '../walk.js';

/** The age gate's table: no band meets a topic that is for older ones. */
export const topicBand = defineRule<{ topic: string; youngest: string; band: string; reason: string; others: boolean }>(
  {
    id: 'topic-band',
    group: 'age',
    severity: 'error',
    fixed: fixedFor.age,
    about: 'No plan or campaign has a topic that is too old for one of its bands.',
    message: ({ topic, youngest, band, others }) =>
      `The topic “${topic}” begins at ${youngest}, but this is for ${band}${others ? ' as well' : ''}.`,
    hint: ({ youngest, band, reason, others }) =>
      `The reason: ${reason.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}. ${
        others
          ? `Take ${band} out, or give topics for each band, with this one at ${youngest} or later.`
          : 'Choose a topic for this band, or write this for an older one.'
      }`,
    *check(library) {
      for (const entry of [...plansOf(library), ...library.campaigns.values()]) {
        for (const { value, path, bands } of walk({ ...entry, value: entry.value.topics, path: ['topics'] })) {
          const topic = typeof value === 'string' ? library.topics.get(value)?.value : undefined;
          if (!topic) continue;
          const able = path.length > 2 ? bands : bandsOf(entry.value);
          const young = able.filter((band) => band < topic.youngest)[0];
          if (young) {
            yield this.at(entry.source, path, {
              topic: topic.id,
              youngest: topic.youngest,
              band: young,
              reason: topic.reason,
              others: bandsOf(entry.value).some((other) => other >= topic.youngest),
            });
          }
        }
      }
    },
  },
);

function bandsOf(value: { bands?: readonly string[]; posters?: { bands: readonly string[] }[] }): string[] {
  return [...(value.bands ?? (value.posters ?? []).flatMap((poster) => poster.bands))];
}
