import type { Library } from '../../library/library.js';
import type { Prose } from '../prose.js';
import { prose, wordsIn } from '../prose.js';
import { defineRule } from '../rule.js';
import { isLong, sentencesOf } from '../words.js';

interface Level {
  average: number;
  longest: number;
  'long-words': number;
}

/** Texts that readers can't follow reach only those who need them least. */
export const readingLevel = defineRule<{
  problem: 'longest' | 'average' | 'long-words';
  count: number;
  most: number;
  readers: string;
}>({
  id: 'reading-level',
  group: 'age',
  severity: 'warn',
  about: 'Sentences are no longer, and words no harder, than their readers can take.',
  message: ({ problem, count, most, readers }) => {
    if (problem === 'longest')
      return `This sentence has ${count} words; for ${readers} at most ${most} are easy to read.`;
    if (problem === 'average')
      return `Sentences for ${readers} have ${count} words on average; at most ${most} are easy to read.`;
    return `Of the words for ${readers} ${count} % have three syllables or more; at most ${most} % are easy to read.`;
  },
  hint: ({ problem }) =>
    problem === 'longest'
      ? 'Make two sentences of it, one idea each.'
      : problem === 'average'
        ? 'Divide the longest sentences.'
        : 'Choose shorter words, or explain long ones as key words.',
  *check(library) {
    const groups = new Map<string, { texts: Prose[]; level: Level; readers: string }>();
    for (const text of prose(library)) {
      // Words for a picture are heard, and a list of what it shows is one sentence.
      if (text.quoted || text.path.includes('alt')) continue;
      for (const { level, readers } of levelsOf(library, text)) {
        for (const sentence of sentencesOf(text.text)) {
          const count = wordsIn(text).filter(({ start, end }) => start >= sentence.start && end <= sentence.end).length;
          if (count > level.longest)
            yield this.atWords(
              text.source,
              text.path,
              { text: text.text, start: sentence.start, end: sentence.end },
              {
                problem: 'longest',
                count,
                most: level.longest,
                readers,
              },
            );
        }
        const key = `${text.source.path} ${readers}`;
        const group = groups.get(key) ?? { texts: [], level, readers };
        group.texts.push(text);
        groups.set(key, group);
      }
    }
    for (const { texts, level, readers } of groups.values()) {
      const [first] = texts as [Prose];
      const { words, long, sentences } = counted(library, texts);
      // A few words say nothing about a text.
      if (sentences < 10) continue;
      const average = Math.round(words / sentences);
      const share = Math.round((100 * long) / words);
      const place = [...first.entry.path, 'title'];
      if (average > level.average)
        yield this.at(first.source, place, { problem: 'average', count: average, most: level.average, readers });
      if (share > level['long-words'])
        yield this.at(first.source, place, { problem: 'long-words', count: share, most: level['long-words'], readers });
    }
  },
});

/** Which levels a text has to keep to, one for each band that reads it. */
function levelsOf(library: Library, { audience, bands, entry, path }: Prose): { level: Level; readers: string }[] {
  const reading = library.limits?.value.reading;
  if (!reading) return [];
  if (audience === 'parents') return [{ level: reading.parents, readers: 'parents' }];
  if (audience === 'staff') return [{ level: reading.staff, readers: 'staff' }];
  if ('posters' in (entry.value as object))
    return path[0] === 'posters' ? [{ level: reading.posters, readers: 'a poster' }] : [];
  const own = (entry.value as { bands?: string[] }).bands;
  const youngest = ['ks3', 'ks4', 'ks5'].find(
    (band) => bands.some((one) => one === band) && (!own || own.includes(band)),
  );
  const data = library.bands.get(youngest ?? '')?.value;
  return data ? [{ level: data.reading, readers: data.id }] : [];
}

/** Words, long words and sentences of some texts; names, key words and services are not long. */
function counted(library: Library, texts: readonly Prose[]): { words: number; long: number; sentences: number } {
  const known = new Set([...library.people.values()].map(({ value }) => value.name.toLowerCase()));
  for (const { entry } of texts) {
    for (const { word } of (entry.value as { 'key-words'?: { word: unknown }[] })['key-words'] ?? [])
      for (const part of String(typeof word === 'string' ? word : Object.values(word as object).join(' '))
        .toLowerCase()
        .split(/\W+/))
        known.add(part);
  }
  let words = 0;
  let long = 0;
  let sentences = 0;
  for (const text of texts) {
    sentences += sentencesOf(text.text).length;
    for (const { word } of wordsIn(text)) {
      words += 1;
      if (!known.has(word) && isLong(word)) long += 1;
    }
  }
  return { words, long, sentences };
}
