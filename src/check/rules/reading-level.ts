import type { Reference } from '../../library/library.js';
import type { Prose } from '../prose.js';
import { defineRule } from '../rule.js';
import { isLong } from '../words.js';

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
  texts(library) {
    const groups = new Map<string, Group>();
    const names = new Set([...library.people.values()].map(({ value }) => value.name.toLowerCase()));
    return {
      look: (text) => {
        // Words for a picture are heard, and a list of what it shows is one sentence.
        if (text.quoted || text.path.includes('alt')) return [];
        return levelsOf(library, text).flatMap(({ level, readers }) => {
          const group = groups.get(readers) ?? { first: text, level, readers, words: 0, long: 0, sentences: 0 };
          groups.set(readers, group);
          const counts = text.sentences.map(() => 0);
          const known = keyWords(text.entry.value);
          for (const { word, sentence } of text.words) {
            counts[sentence] = (counts[sentence] ?? 0) + 1;
            if (isLong(word) && !names.has(word) && !known.has(word)) group.long += 1;
          }
          group.words += text.words.length;
          group.sentences += text.sentences.length;
          return text.sentences.flatMap(({ start, end }, index) => {
            const count = counts[index] as number;
            if (count <= level.longest) return [];
            const args = { problem: 'longest', count, most: level.longest, readers } as const;
            return [this.atWords(text.source, text.path, { text: text.text, start, end }, args)];
          });
        });
      },
      end: () => {
        const all = [...groups.values()].flatMap(({ first, level, readers, words, long, sentences }) => {
          // A few words say nothing about a text.
          if (sentences < 10) return [];
          const found = [
            { problem: 'average', count: Math.round(words / sentences), most: level.average },
            { problem: 'long-words', count: Math.round((100 * long) / words), most: level['long-words'] },
          ] as const;
          return found
            .filter(({ count, most }) => count > most)
            .map((args) => this.at(first.source, [...first.entry.path, 'title'], { ...args, readers }));
        });
        groups.clear();
        return all;
      },
    };
  },
});

/** What has been counted of all texts of a file for the same readers. */
interface Group {
  first: Prose;
  level: Level;
  readers: string;
  words: number;
  long: number;
  sentences: number;
}

/** Which levels a text has to keep to, one for each band that reads it. */
function levelsOf(library: Reference, { audience, bands, entry, path }: Prose): { level: Level; readers: string }[] {
  const reading = library.limits?.value.reading;
  if (!reading) return [];
  if (isHelp(entry, audience)) return [{ level: reading.help, readers: 'those who look for help' }];
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

/** Help cards, and what services are for: read when somebody can take in little. */
function isHelp({ value, path }: Prose['entry'], audience: Prose['audience']): boolean {
  if (path[0] === 'services') return audience === 'pupils';
  return (value as { kind?: unknown }).kind === 'help-card';
}

const keyWordsOf = new WeakMap<object, Set<string>>();

/** The parts of the key words of a plan, which are explained and so not hard. */
function keyWords(value: unknown): Set<string> {
  const plan = value as { 'key-words'?: { word: string | object }[] };
  const known = keyWordsOf.get(plan);
  if (known) return known;
  const words = (plan['key-words'] ?? []).flatMap(({ word }) =>
    typeof word === 'string' ? word : Object.values(word),
  );
  const found = new Set(words.flatMap((word: string) => word.toLowerCase().split(/\W+/)));
  keyWordsOf.set(plan, found);
  return found;
}
