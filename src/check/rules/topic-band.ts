import { defineRule, fixedFor } from '../rule.js';

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
    value({ entry, part, value, path, bands }, reference) {
      if (path[0] !== 'topics' || (part !== 'plan' && part !== 'campaign')) return [];
      const topic = typeof value === 'string' ? reference.topics.get(value)?.value : undefined;
      if (!topic) return [];
      const whole = bandsOf(entry.value as { bands?: readonly string[] });
      const young = (path.length > 2 ? bands : whole).find((band) => band < topic.youngest);
      if (!young) return [];
      const { id, youngest, reason } = topic;
      const others = whole.some((other) => other >= youngest);
      return [this.at(entry.source, path, { topic: id, youngest, band: young, reason, others })];
    },
  },
);

function bandsOf(value: { bands?: readonly string[]; posters?: { bands: readonly string[] }[] }): string[] {
  return [...(value.bands ?? (value.posters ?? []).flatMap((poster) => poster.bands))];
}
