import type { Path, Range } from './place.js';
import { placeOf, placeOfWords } from './place.js';
import type { YamlDocument } from './yaml-document.js';
import { yamlDocument } from './yaml-document.js';

/** A YAML file that has been read: its data, and where everything in it stands. */
export interface SourceFile {
  /** The absolute path. */
  path: string;
  /** The path that people see, relative to the content folder, with forward slashes. */
  name: string;
  text: string;
  /** The parsed content, before anything has looked at its shape. */
  data: unknown;
  place(path: Path, part?: 'key' | 'value'): Range;
  /** Where some words of the text that the path leads to stand, by their place in it. */
  placeWords(path: Path, text: string, start: number, end: number): Range;
  /** Lesson, activity and slide in words, as far as the path goes. */
  describe(path: Path): string;
  /** For a row of a table: the name of the column that fills the field the path leads to. */
  column?(path: Path): string | undefined;
}

/**
 * Puts the parts of a read file together. Places are rarely asked for, and keeping them takes more memory than text and data
 * together: the text is taken apart once more when somebody asks.
 */
export function sourceFile(path: string, name: string, text: string, data: unknown): SourceFile {
  let parsed: YamlDocument | null = null;
  const document = () => {
    parsed ??= yamlDocument(text);
    return parsed;
  };
  return {
    path,
    name,
    text,
    data,
    place: (to, part) => placeOf(document(), to, part),
    placeWords: (to, value, start, end) => placeOfWords(document(), text, to, value, start, end),
    describe: (to) => describe(data, to),
  };
}

const nouns: Readonly<Record<string, string>> = {
  activities: 'activity',
  slides: 'slide',
  worksheet: 'worksheet block',
  cards: 'card',
  posters: 'poster',
  social: 'social picture',
  sections: 'section',
  services: 'service',
  steps: 'step',
  'key-words': 'key word',
};

/** For `['activities', 2, 'slides', 0, 'title']`: `ks3-respect-1, activity 3 (build-or-break), slide 1 (sort)`. */
function describe(data: unknown, path: Path): string {
  const words: string[] = [];
  const id = idOf(data);
  if (id) words.push(id);
  let node = data;
  path.forEach((step, index) => {
    node = (node as Record<string, unknown> | undefined)?.[step];
    const noun = nouns[String(path[index - 1])];
    if (typeof step !== 'number' || !noun) return;
    const own = idOf(node);
    words.push(`${noun} ${step + 1}${own ? ` (${own})` : ''}`);
  });
  return words.join(', ');
}

function idOf(node: unknown): string | undefined {
  const id = node !== null && typeof node === 'object' ? (node as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}
