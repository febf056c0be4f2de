import type { Reference } from '../../library/library.js';
import { phraseFinder } from '../phrases.js';
import { defineRule, fixedFor } from '../rule.js';

interface TopicWords {
  avoid: readonly string[];
  topic: string;
  youngest: string;
}

/** A word can bring a topic to pupils who are too young for it. */
export const wordBand = defineRule<{ words: string; topic: string; youngest: string; band: string }>({
  id: 'word-band',
  group: 'age',
  severity: 'error',
  fixed: fixedFor.age,
  about: 'A word that belongs to a topic for older pupils is not in a text for younger ones.',
  message: ({ words, topic, youngest, band }) =>
    `“${words}” belongs to the topic “${topic}”, which is taught from ${youngest}; ${band} reads it here.`,
  hint: () => 'Say it in words for this age, or give the text to the older bands only (bands:).',
  texts(library) {
    const finder = phraseFinder(wordsOfTopics(library));
    return {
      stems: finder.stems,
      look: (text) => {
        if (text.audience !== 'pupils') return [];
        const own = (text.entry.value as { bands?: string[] }).bands;
        return finder.find(text.text, text.words).flatMap(({ entry: { topic, youngest }, words, start, end }) => {
          const band = text.bands.find((one) => one < youngest && (!own || own.includes(one)));
          if (!band) return [];
          const place = { text: text.text, start, end };
          return [this.atWords(text.source, text.path, place, { words, topic, youngest, band })];
        });
      },
    };
  },
});

function wordsOfTopics(library: Reference): TopicWords[] {
  return [...library.topics.values()].flatMap(({ value: { words, name, youngest } }) =>
    words ? [{ avoid: words, topic: name, youngest }] : [],
  );
}
