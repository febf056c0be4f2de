import type { Library } from '../../library/library.js';
import type { PhraseFinder } from '../phrases.js';
import { phraseFinder } from '../phrases.js';
import { prose, wordsIn } from '../prose.js';
import { defineRule, fixedFor } from '../rule.js';

interface TopicWords {
  avoid: readonly string[];
  topic: string;
  youngest: string;
}

const finders = new WeakMap<Library, PhraseFinder<TopicWords>>();

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
  *check(library) {
    const finder = finders.get(library) ?? phraseFinder(wordsOfTopics(library));
    finders.set(library, finder);
    for (const text of prose(library)) {
      if (text.audience !== 'pupils') continue;
      const own = (text.entry.value as { bands?: string[] }).bands;
      for (const { entry, words, start, end } of finder.find(text.text, wordsIn(text))) {
        const band = text.bands.find((one) => one < entry.youngest && (!own || own.includes(one)));
        if (!band) continue;
        const { topic, youngest } = entry;
        yield this.atWords(text.source, text.path, { text: text.text, start, end }, { words, topic, youngest, band });
      }
    }
  },
});

function wordsOfTopics(library: Library): TopicWords[] {
  return [...library.topics.values()].flatMap(({ value: { words, name, youngest } }) =>
    words ? [{ avoid: words, topic: name, youngest }] : [],
  );
}
