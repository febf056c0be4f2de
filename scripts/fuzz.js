// Damages lessons at random, thousands of times, and sees that each gives findings or documents, and never a failure of the
// tool:
//   npm run fuzz [-- count] [--seed <number>]
// The seed is printed; the same seed damages in the same way. What fails is written down with the file that did it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createComposer, entryOf, planBuild } from '../dist/build/plan.js';
import { openStore } from '../dist/cache/store.js';
import { checkLibrary, inWords } from '../dist/check/run.js';
import { openPictures } from '../dist/html/assets.js';
import { createRenderer } from '../dist/html/render.js';
import { packagedLessons } from '../dist/library/content.js';
import { loadLibrary } from '../dist/library/load.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const count = Number(positionals[0] ?? 1000);
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
const today = '2026-12-01';

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
let state = seed;
const below = (limit) => Math.floor(random() * limit);
const oneOf = (list) => list[below(list.length)];

const nasty = [
  '__proto__: { polluted: true }',
  'constructor: { prototype: { polluted: true } }',
  '<script>throw 1</script>',
  '<img src=x onerror=alert(1)>',
  '{{#each this}}{{/if}}',
  '{{{lookup this "constructor"}}}',
  '$adult $Adult $service.nobody $day.date $law.x $frame.stop',
  '_word_ *bold* ~wrong~ _open',
  '[x](javascript:alert(1)) file:///etc/passwd',
  '../../../../etc/passwd',
  '!!js/function "x"',
  '&a [*a, *a]',
  '*nobody',
  '? [a, b] : c',
  '.inf',
  '.nan',
  '0x7fffffffffffffff',
  '-1',
  'null',
  '~',
  '[]',
  '{}',
  '""',
  '- - - - -',
  '|\n  text',
  '\u0000',
  '\u202Eevil\u202C',
  '\u00AD\u200B\uFEFF',
  'שלום مرحبا 你好 👩‍👩‍👧',
  '\t',
  '\r',
  '%',
  '@at',
  '`tick`',
  `"${'x'.repeat(5000)}"`,
  'a: b: c',
  '#',
  '---',
  '...',
];

const damages = {
  'a line gone': (lines) => lines.splice(below(lines.length), 1 + below(3)),
  'a line twice': (lines) => {
    const at = below(lines.length);
    lines.splice(at, 0, lines[at]);
  },
  'two lines swapped': (lines) => {
    const [one, other] = [below(lines.length), below(lines.length)];
    [lines[one], lines[other]] = [lines[other], lines[one]];
  },
  'another value': (lines) => {
    const at = below(lines.length);
    lines[at] = lines[at].replace(/(: |- ).*$/, (_all, before) => `${before}${oneOf(nasty)}`);
  },
  'something inside': (lines) => {
    const at = below(lines.length);
    const column = below(lines[at].length + 1);
    lines[at] = lines[at].slice(0, column) + oneOf(nasty) + lines[at].slice(column);
  },
  'a line of its own': (lines) => {
    const at = below(lines.length);
    lines.splice(at, 0, `${/^ */.exec(lines[at])[0]}${oneOf(nasty)}`);
  },
  'another indentation': (lines) => {
    const at = below(lines.length);
    lines[at] = ' '.repeat(below(12)) + lines[at].trimStart();
  },
  'a field of another name': (lines) => {
    const at = below(lines.length);
    lines[at] = lines[at].replace(
      /[a-z-]+:/,
      `${oneOf(['__proto__', 'constructor', 'toString', 'id', 'bands', 'ks3'])}:`,
    );
  },
  'cut off': (lines) => lines.splice(below(lines.length)),
};

/** The bytes of a damaged text, and what was done to it. */
function damaged(text) {
  const lines = text.split('\n');
  const done = Array.from({ length: random() < 0.7 ? 1 : 1 + below(3) }, () => oneOf(Object.keys(damages)));
  for (const name of done) if (lines.length > 0) damages[name](lines);
  const bytes = Buffer.from(lines.join('\n'));
  if (random() < 0.05 && bytes.length > 0) {
    bytes[below(bytes.length)] = below(256);
    done.push('a byte');
  }
  return { bytes, done };
}

const names = readdirSync(packagedLessons, { recursive: true }).filter(
  (name) => name.endsWith('.yaml') && !name.startsWith('reference'),
);
const folder = mkdtempSync(join(tmpdir(), 'pshe-fuzz-'));
const lessons = join(folder, 'lessons');
const known = openStore('content');
const ended = { findings: 0, documents: 0, failures: 0 };

/** What comes of a library with one damaged file over it. */
async function outcome(path) {
  const library = await loadLibrary([packagedLessons, lessons], folder, today, known);
  const findings = checkLibrary(library, { isWanted: (file) => file.path === path, known }).map(inWords);
  const own = library.sources.find((source) => source.path === path);
  // What can't be read or has another shape makes no document, --allow-errors or not.
  if (!own) return findings.length > 0 ? 'findings' : fail('It was not read, and nothing was found.');
  // Nor does a plan that says nothing to one of its bands.
  if (findings.some(({ rule, args }) => rule === 'band-map-complete' && args.missing !== '')) return 'findings';
  const wrong = findings.some(({ severity }) => severity === 'error');
  const pictures = openPictures(library.folders, []);
  const renderer = createRenderer(pictures.urlOf, { notChecked: false });
  const compose = createComposer(library, findings);
  const jobs = planBuild(library, { what: [own.data.id], bands: [], kinds: [], profiles: [null] });
  for (const job of jobs) {
    try {
      if (job.format === 'pdf') renderer.render(job.kind, compose(job), entryOf(library, job).source.path, job.print);
    } catch (error) {
      // With --allow-errors such a document is given up with these words, which must be meant for people.
      if (!wrong || error instanceof TypeError || error instanceof RangeError) throw error;
    }
  }
  return wrong ? 'findings' : 'documents';
}

function fail(words) {
  throw new Error(words);
}

console.log(`${count} damaged files, seed ${seed}`);
for (let round = 0; round < count; round += 1) {
  const name = oneOf(names);
  const { bytes, done } = damaged(readFileSync(join(packagedLessons, name), 'utf8'));
  const path = join(lessons, name);
  rmSync(lessons, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  try {
    ended[await outcome(path)] += 1;
  } catch (error) {
    ended.failures += 1;
    const kept = join(tmpdir(), `pshe-fuzz-${seed}-${round}.yaml`);
    writeFileSync(kept, bytes);
    console.log(`\n${relative(process.cwd(), kept)} (${name}: ${done.join(', ')})\n${error.stack}`);
  }
  if ({}.polluted !== undefined) throw new Error(`Round ${round} reached the prototype of all objects.`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${ended.findings} gave findings, ${ended.documents} documents, ${ended.failures} failed.`);
process.exitCode = ended.failures > 0 ? 1 : 0;
