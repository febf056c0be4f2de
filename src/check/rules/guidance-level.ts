import type { Plan } from '../../library/library.js';
import { plansOf } from '../../library/library.js';
import { isBandMap } from '../../select/age-gate.js';
import { defineRule, fixedFor } from '../rule.js';

const levels = ['none', 'mild', 'careful', 'sensitive'] as const;

/** Staff prepare by the level of content guidance: it may not be lower than any topic needs. */
export const guidanceLevel = defineRule<{ level: string; topic: string; needed: string }>({
  id: 'guidance-level',
  group: 'safe-teaching',
  severity: 'error',
  fixed: fixedFor.safety,
  about: 'The level of content guidance is at least the highest level of the topics.',
  message: ({ level, topic, needed }) =>
    `The level is “${level}”, but the topic “${topic}” needs at least “${needed}”.`,
  hint: ({ needed }) => `Write “level: ${needed}” and say why in “reason”.`,
  *check(library) {
    for (const entry of plansOf(library)) {
      const level = entry.value['content-guidance'].level;
      const topics = topicsOf(entry.value).flatMap((id) => library.topics.get(id)?.value ?? []);
      const highest = topics.sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))[0];
      if (highest && levels.indexOf(highest.level) > levels.indexOf(level)) {
        yield this.at(entry.source, ['content-guidance', 'level'], { level, topic: highest.id, needed: highest.level });
      }
    }
  },
});

function topicsOf({ topics }: Plan): string[] {
  return isBandMap(topics) ? Object.values(topics).flat() : topics;
}
