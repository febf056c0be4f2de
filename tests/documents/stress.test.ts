import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../../src/build/build.js';
import { checkLibrary, inWords } from '../../src/check/run.js';
import { loadLibrary } from '../../src/library/load.js';
import { readYaml } from '../../src/library/read.js';
import { referenceOnly } from '../helpers/examples.js';
import { copyOfFixture, writeInto } from '../helpers/folders.js';
import { layoutOf, overlaps } from '../helpers/layout.js';
import { root } from '../helpers/pshe.js';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Path = (string | number)[];
type Change = (value: Value) => Value;

const filler =
  ' Misunderstandings happen uncharacteristically often between conscientious neighbours in Llanfairpwllgwyngyll.';
const isProse = (value: Value): value is string =>
  typeof value === 'string' && value.includes(' ') && !value.includes('$');
const isList = (value: Value): value is string[] => Array.isArray(value) && value.every(isProse);

/** What authors do to texts and to lists of texts. */
const variants: Readonly<Record<string, Change>> = {
  'texts twice as long': (value) =>
    isProse(value) ? `${value}${filler.repeat(9).slice(0, value.length)}`.trim() : value,
  'texts longer by half': (value) =>
    isProse(value) ? `${value}${filler.repeat(9).slice(0, value.length / 2)}`.trim() : value,
  'texts of one word': (value) => (isProse(value) ? (value.split(' ')[0] ?? '').replace(/\W*$/, '.') : value),
  'twice as many items': (value) => (isList(value) ? value.flatMap((item) => [item, `${item} Again.`]) : value),
  'one item of many': (value) => (isList(value) ? value.slice(0, 1) : value),
  'many services': (value) =>
    Array.isArray(value) && value.includes('childline')
      ? [...new Set([...value, 'shout', 'ceop', 'report-remove', 'police'])]
      : value,
  'names from elsewhere': (value) =>
    isProse(value)
      ? value.replaceAll('Sam', 'Zoë Ångström-Łukasiewicz').replaceAll('Ash', 'Çağla Şimşek-Ó Séaghdha')
      : value,
};

/** Fields in which a text names something. */
const naming = ['answer', 'columns', 'grouping', 'picture', 'file', 'mark', 'day', 'dates', 'hashtags'];

/** The data with a change at every place but some, and those places. */
function changed(
  value: Value,
  change: Change,
  kept: ReadonlySet<string>,
  path: Path = [],
): { value: Value; at: Path[] } {
  if (naming.includes(String(path.at(-1)))) return { value, at: [] };
  const at: Path[] = [];
  const within = (item: Value, key: string | number) => {
    const own = changed(item, change, kept, [...path, key]);
    at.push(...own.at);
    return own.value;
  };
  let next = value;
  if (Array.isArray(value)) next = value.map(within);
  else if (value !== null && typeof value === 'object')
    next = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, within(item, key)]));
  if (kept.has(path.join('/'))) return { value: next, at };
  const own = change(next);
  return own === next ? { value: next, at } : { value: own, at: [...at, path] };
}

/** Changes a file as far as its form allows, and says at how many places. */
async function changeFile(folder: string, file: string, change: Change): Promise<number> {
  const before = parse(readFileSync(file, 'utf8')) as Value;
  const kept = new Set<string>();
  for (;;) {
    const { value, at } = changed(before, change, kept);
    const text = JSON.stringify(value, null, 1);
    writeFileSync(file, text);
    const library = await loadLibrary([referenceOnly(), join(folder, 'lessons')], folder);
    const wrong = checkLibrary(library, { isWanted: ({ path }) => path.startsWith(folder) })
      .filter(
        (finding) =>
          file.endsWith(finding.file) &&
          ['schema', 'id-repeated', 'mark-known', 'table-columns'].includes(finding.rule),
      )
      .map(inWords);
    if (wrong.length === 0) return at.length;
    const { source } = readYaml(Buffer.from(text), file, file);
    const size = kept.size;
    for (const path of at) {
      const place = source?.place(path);
      if (place && wrong.some(({ range }) => place.line <= range.line && range.line <= place.endLine))
        kept.add(path.join('/'));
    }
    if (kept.size === size)
      throw new Error(wrong.map(({ file: name, range, message }) => `${name}:${range.line} ${message}`).join('\n'));
  }
}

const ours = /^(?:AtkinsonHyperlegibleNext-(?:Regular|Medium|SemiBold|Bold)|FamiljenGrotesk-Bold)$/;
/** Kinds whose text flows over pages, where a heading could be left alone at the foot. */
const flowing = /-(?:teacher-notes|answers|review-copy|unit-overview|parent-guide|staff-briefing|lead-sheet)/;
const mm = 72 / 25.4;

/** A school with long names, and logos that are very wide and very tall. */
function profileIn(folder: string): string {
  const names = readFileSync(join(root, 'tests/fixtures/northgate.yaml'), 'utf8');
  const logo = (width: number, height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#123" d="M0 0H${width}V${height}H0Z"/></svg>`;
  writeInto(folder, 'school/wide.svg', logo(1200, 40));
  writeInto(folder, 'school/tall.svg', logo(40, 600));
  const logos = ['wide', 'tall'].map((name) => `  - { file: ${name}.svg, alt: A ${name} logo }`).join('\n');
  writeInto(folder, 'school/northgate.yaml', `${names}logos:\n${logos}\n`);
  return join(folder, 'school/northgate.yaml');
}

describe.each(Object.entries(variants))('%s', (_name, change) => {
  it('are laid out well, or said to be too long', async () => {
    const content = copyOfFixture('gallery');
    let places = 0;
    for (const file of globSync('lessons/**/*.yaml', { cwd: content }))
      places += await changeFile(content, join(content, file), change);
    expect(places).toBeGreaterThan(0);
    const out = join(content, 'out');
    const { made, failed } = await build({
      content,
      what: [
        'ks4-gallery',
        'campaign-gallery',
        'campaign-pictures-one',
        'campaign-pictures-two',
        ...['card', 'parent-guide', 'staff-briefing', 'lead-sheet'].map((kind) => `guide-gallery-${kind}`),
      ],
      profiles: [profileIn(content)],
      out,
      allowErrors: true,
    });
    expect(made.length + failed.length).toBeGreaterThan(20);
    for (const { job, findings, reason } of failed) {
      expect(reason, job.path).toBeNull();
      expect([...new Set(findings.map(({ rule }) => rule))], job.path).toEqual(['too-long']);
    }
    for (const { path, format } of made) {
      if (format !== 'pdf') continue;
      const pages = await layoutOf(join(out, path));
      for (const [index, page] of pages.entries()) {
        const name = `${path}, page ${index + 1}`;
        expect(page.type3, name).toEqual([]);
        expect(
          page.runs.map(({ font }) => font).filter((font) => !ours.test(font)),
          name,
        ).toEqual([]);
        expect(overlaps(page), name).toEqual([]);
        const outside = page.runs.filter(
          ({ left, right, baseline }) => left < 4 * mm || right > page.width - 4 * mm || baseline < 2 * mm,
        );
        expect(
          outside.map(({ text }) => text),
          name,
        ).toEqual([]);
        // 64 px from the edge of a slide, where everything on it begins.
        if (path.includes('-slides-')) expect(Math.min(...page.runs.map(({ left }) => left)), name).toBeGreaterThan(47);
        if (!flowing.test(path)) continue;
        const inBody = page.runs.filter(({ baseline }) => baseline > 17.5 * mm);
        const lowest = Math.min(...inBody.map(({ baseline }) => baseline));
        const last = inBody.filter(({ baseline }) => baseline < lowest + 2);
        const isHeading = last.every(({ font, text }) => font === 'FamiljenGrotesk-Bold' && /\p{L}/u.test(text));
        expect(isHeading ? last.map(({ text }) => text) : [], `${name}: a heading at the foot`).toEqual([]);
      }
    }
  });
});
