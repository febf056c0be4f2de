import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { packagedLessons } from '../../src/library/content.js';
import { fillStarter } from '../../src/starters/starter.js';
import { temporaryFolder, writeInto } from './folders.js';

/** Pieces of content by the place that they take in a small library which has nothing wrong in it. */
export type Example = Readonly<Record<string, string>>;

export type Band = 'ks3' | 'ks4' | 'ks5';

let reference: string | null = null;

/** The library without its lessons: services, topics and all else that lessons refer to. */
export function referenceOnly(): string {
  if (reference === null) {
    reference = temporaryFolder();
    cpSync(join(packagedLessons, 'reference'), join(reference, 'reference'), { recursive: true });
  }
  return reference;
}

/**
 * A content folder with the pieces of an example in it; `\\u{202E}` in a piece stands for the character. Places are the
 * kinds of file (`lesson`, `session`, `unit`, `campaign`, `guide`, `profile`), whose fields they replace or add;
 * `activity`, `step`, `slide` and `worksheet` in the lesson, `poster` in the campaign, `section` in the guide; lists of
 * reference data (`services`, `days` and so on); `schools` (a list in CSV); or the path of a whole file below `lessons/`.
 */
export function exampleFolder(example: Example, band: Band = 'ks3'): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(filesOf(example, band))) {
    const whole = text.replace(/\\u\{([0-9A-F]+)\}/g, (_match, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    writeInto(folder, name, whole);
  }
  return folder;
}

const slots = { today: '2026-12-01', schemas: '../../schemas/' };

function filesOf(example: Example, band: Band): Record<string, string> {
  const id = `${band}-ours`;
  const texts: Record<string, string> = {
    unit: fillStarter('unit.yaml.hbs', { ...slots, id, band, order: 1, years: 'Year 8' }),
    lesson: fillStarter('lesson.yaml.hbs', { ...slots, id: `${id}-1`, unit: id, band, order: 1 }),
  };
  const others = { session: 'tutor-ours', campaign: 'campaign-ours', guide: 'guide-ours', profile: 'our-school' };
  const parts: Readonly<Record<string, { of: string; put: (base: string, text: string) => string }>> = {
    activity: { of: 'lesson', put: (base, text) => inBlock(base, '  - id: story\n', 4, text) },
    step: { of: 'lesson', put: (base, text) => base.replace(/- say: Jude meant no harm.*/, () => item(text, 6)) },
    slide: {
      of: 'lesson',
      put: (base, text) =>
        base
          .replace(/ {6}- id: bike\n(?: {8}.*\n| *#.*\n)+/, () => `      ${item(text, 6)}\n`)
          .replace('- show: bike', `- show: ${/^id: (\S+)/m.exec(text)?.[1]}`),
    },
    worksheet: {
      of: 'lesson',
      put: (base, text) => base.replace(/ {6}- id: why\n(?: {8}.*\n| *#.*\n)+/, () => `      ${item(text, 6)}\n`),
    },
    poster: { of: 'campaign', put: (base, text) => inBlock(base, '  - id: pupils\n', 4, text) },
    section: { of: 'guide', put: (base, text) => inBlock(base, '  - id: start\n', 4, text) },
  };
  const start = (kind: string) => {
    texts[kind] ??= fillStarter(`${kind}.yaml.hbs`, { ...slots, id: others[kind as keyof typeof others] });
    return texts[kind];
  };
  const files: Record<string, string> = {};
  for (const [place, text] of Object.entries(example)) {
    const part = parts[place];
    if (part) texts[part.of] = replaced(start(part.of), part.put(start(part.of), text), place);
    else if (place === 'lesson' || place === 'unit' || place in others) texts[place] = patched(start(place), 0, text);
    else if (place === 'schools') files['schools.csv'] = text;
    else if (place.includes('/')) files[`lessons/${place}`] = text;
    else files[`lessons/reference/${place}.yaml`] = `updated: 2026-12-01\n${text}`;
  }
  const folders: Readonly<Record<string, string>> = {
    unit: `lessons/${band}/ours/unit.yaml`,
    lesson: `lessons/${band}/ours/${id}-1.yaml`,
  };
  for (const [kind, text] of Object.entries(texts)) {
    files[folders[kind] ?? `lessons/${kind}s/${others[kind as keyof typeof others]}.yaml`] = text;
  }
  return files;
}

function replaced(before: string, after: string, place: string): string {
  if (before === after) throw new Error(`The example for “${place}” found no place.`);
  return after;
}

/** A piece as an item of a list. */
function item(text: string, columns: number): string {
  return `- ${text.trimEnd().replaceAll('\n', `\n${' '.repeat(columns + 2)}`)}`;
}

/** Replaces or adds fields in the item that begins with a line. */
function inBlock(base: string, first: string, columns: number, text: string): string {
  const start = base.indexOf(first) + first.length;
  const rest = base.slice(start);
  const end = rest.search(new RegExp(`^ {0,${columns - 1}}\\S`, 'm'));
  const own = end < 0 ? rest : rest.slice(0, end);
  return base.slice(0, start) + patched(own, columns, text) + (end < 0 ? '' : rest.slice(end));
}

/** Replaces or adds the fields of a text, each with the indented lines below it. */
function patched(base: string, columns: number, text: string): string {
  const pad = ' '.repeat(columns);
  // Comments belong to the field below them.
  const fields = text.trimEnd().match(/(?:^#.*\n)*^[^\s#-].*(?:\n(?:[\s-].*|$(?!\n#)))*|^#.*$/gm) ?? [];
  return fields.reduce((before, field) => {
    const own = `${pad}${field.replaceAll('\n', `\n${pad}`)}\n`;
    const key = /^[^#:\s][^:\s]*:/m.exec(field)?.[0] ?? field;
    const block = new RegExp(
      `^${pad}${key.replaceAll('.', '\\.')}(?:.*)\\n(?:${pad} +.*\\n|${pad}- .*\\n|\\n(?=${pad} ))*`,
      'm',
    );
    return block.test(before) ? before.replace(block, () => own) : `${before.trimEnd()}\n${own}`;
  }, base);
}
