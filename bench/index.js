// How fast the tool is, as ratios of whole processes that take turns in one run:
//   npm run bench [-- lessons] [--schools <n>] [--json <file>] [--svg <file>]
// Cold: everything, with nothing known from before, beside a bare loop that prints the very same HTML with the same browser
// and as many pages at once. Again: the same build once more. One: a word of one lesson has changed. Start: --version
// beside Node doing nothing. Watch: from saving a lesson to its new slides. Many: a poster for many schools, and for a
// tenth of them. Decks: the slides alone, beside other tools with as many plain decks, where npm ci --prefix bench/peers has
// been done. Compare the ratios; times differ from machine to machine and from day to day.
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../dist/browser/find.js';
import { unpackedFolder } from '../dist/browser/unpack.js';
import { createComposer, entryOf, planBuild } from '../dist/build/plan.js';
import { checkLibrary, inWords } from '../dist/check/run.js';
import { pictureUrl } from '../dist/html/assets.js';
import { createRenderer } from '../dist/html/render.js';
import { lessonFolders } from '../dist/library/content.js';
import { loadLibrary } from '../dist/library/load.js';
import { contentWith, root, schools } from './library.js';
import { installed, peers } from './peers.js';
import { picture } from './picture.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { schools: { type: 'string', default: '300' }, json: { type: 'string' }, svg: { type: 'string' } },
});
const lessons = Number(positionals[0] ?? 24);
const rounds = 5;
const pages = availableParallelism();
const today = '2027-01-04';

const { folder, ids } = contentWith(lessons);
const what = ids.map(({ id }) => id);
const out = join(folder, 'out');
const browser = (await findBrowser(undefined)).path;
let cache = '';

/** A cache folder with nothing in it but the browser. */
function freshCache() {
  cache = mkdtempSync(join(folder, 'cache-'));
  mkdirSync(unpackedFolder, { recursive: true });
  symlinkSync(unpackedFolder, join(cache, unpackedFolder.split(/[\\/]/).at(-1)));
}

/** Runs a process to its end; gives its seconds. */
function run(words, env = {}) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, {
    env: { ...process.env, PSHE_CACHE: cache, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - start) / 1000 };
}

/** The same, and the most memory that it took, in megabytes. */
function weigh(words) {
  const peak = join(folder, 'peak');
  const watched = ['--import', pathToFileURL(join(root, 'bench/peak.js')).href, ...words];
  const { seconds } = run(watched, { PSHE_BENCH_PEAK: peak });
  return { seconds, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 };
}

const tool = join(root, 'bin/pshe.js');
const asked = ['--content', folder, '--out', out, '--today', today, '--quiet'];
const build = () => run([tool, 'build', ...what, ...asked]);
const median = (list) => [...list].sort((one, other) => one - other)[list.length >> 1];
const times = (count, work) => Array.from({ length: count }, (_, round) => work(round));

/** Writes the pages that a build would print into a folder, for the bare loop. */
async function writePages() {
  const library = await loadLibrary(lessonFolders(folder), folder, today);
  const findings = checkLibrary(library).map(inWords);
  const compose = createComposer(library, findings);
  const renderer = createRenderer((file, source, grey) => pictureUrl(file, source, library.folders, grey), {
    notChecked: false,
  });
  const html = join(folder, 'html');
  mkdirSync(html);
  const jobs = planBuild(library, { what, bands: [], kinds: [], profiles: [null] });
  for (const job of jobs) {
    const page = renderer.render(job.kind, compose(job), entryOf(library, job).source.path, job.print);
    writeFileSync(join(html, `${job.path}.html`), page);
  }
  return { html, documents: jobs.length };
}

function edit(round) {
  const { file } = ids[0];
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^care: .*$/m, `care: A note of round ${round}.`));
}

/** Seconds from saving a lesson to its new slides, in a build that watches. */
async function watching() {
  const slides = join(out, `${what[0]}-slides.pdf`);
  const child = spawn(process.execPath, [tool, 'build', ...what, ...asked.slice(0, -1), '--watch'], {
    env: { ...process.env, PSHE_CACHE: cache },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const until = async (text) => {
    while (!said.includes(text)) {
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => child.stderr.once('data', resolve));
    }
    said = '';
  };
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  await until('Waiting for changes');
  const seconds = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    const { file } = ids[0];
    const before = statSync(slides).mtimeMs;
    const text = readFileSync(file, 'utf8');
    // The title stands on the first slide.
    writeFileSync(file, text.replace(/^headline: .*\n/m, '').replace(/^title: .*$/m, `title: Round ${round}`));
    const start = performance.now();
    while (statSync(slides).mtimeMs === before) await new Promise((resolve) => setTimeout(resolve, 2));
    seconds.push((performance.now() - start) / 1000);
    await until(' s:');
  }
  child.kill('SIGINT');
  await new Promise((resolve) => child.once('close', resolve));
  return median(seconds.slice(2));
}

freshCache();
const { html, documents } = await writePages();
const bareWords = [join(root, 'bench/bare.js'), html, browser, String(pages)];
const cold = times(rounds, () => {
  const bare = run(bareWords).seconds;
  freshCache();
  rmSync(out, { recursive: true, force: true });
  return { bare, cold: build().seconds };
});
const again = times(rounds, () => build().seconds);
const one = times(rounds, (round) => {
  edit(round);
  return build().seconds;
});
const start = times(rounds * 3, () => ({
  node: run(['-e', '0']).seconds,
  version: run([tool, '--version']).seconds,
}));
const save = await watching();
const others = Object.entries(installed ? peers(folder, browser, lessons) : {});
const decks = times(3, () => {
  freshCache();
  rmSync(out, { recursive: true, force: true });
  const slides = [tool, 'build', ...what, ...asked, '--kind', 'slides'];
  const own = { 'pshe, cold': run(slides).seconds, 'pshe, again': run(slides).seconds };
  return { ...own, ...Object.fromEntries(others.map(([name, words]) => [name, run(words).seconds])) };
});
const all = Number(values.schools);
const some = Math.max(1, Math.round(all / 10));
const many = (count) => {
  freshCache();
  rmSync(out, { recursive: true, force: true });
  const poster = ['campaign-cea', '--kind', 'poster', '--profile', schools(folder, count)];
  return weigh([tool, 'build', ...poster, ...asked]);
};
const [few, lots] = [many(some), many(all)];
const files = readdirSync(out).length - 1;

const seconds = {
  bare: median(cold.map((pair) => pair.bare)),
  cold: median(cold.map((pair) => pair.cold)),
  again: median(again),
  one: median(one),
  node: median(start.map((pair) => pair.node)),
  version: median(start.map((pair) => pair.version)),
  watch: save,
  few: few.seconds,
  many: lots.seconds,
  decks: Object.fromEntries(Object.keys(decks[0]).map((name) => [name, median(decks.map((round) => round[name]))])),
};
const report = {
  machine: { node: process.version, processors: pages, system: `${process.platform} ${process.arch}` },
  lessons,
  documents,
  schools: all,
  posters: files,
  seconds,
  megabytes: { few: few.megabytes, many: lots.megabytes },
  ratios: {
    coldToBare: median(cold.map((pair) => pair.cold / pair.bare)),
    againToCold: seconds.again / seconds.cold,
    oneToCold: seconds.one / seconds.cold,
    versionToNode: median(start.map((pair) => pair.version / pair.node)),
    memoryOfManyToFew: lots.megabytes / few.megabytes,
    secondsOfManyToFew: seconds.many / seconds.few,
    schoolsOfManyToFew: all / some,
  },
};
rmSync(folder, { recursive: true, force: true });

const two = (number) => number.toFixed(2);
const rows = [
  ['', 'seconds', 'ratio', 'to'],
  [`cold: ${documents} documents`, two(seconds.cold), two(report.ratios.coldToBare), 'the bare loop'],
  ['again, nothing changed', two(seconds.again), two(report.ratios.againToCold), 'cold'],
  ['one lesson changed', two(seconds.one), two(report.ratios.oneToCold), 'cold'],
  ['from saving a lesson to its slides', two(seconds.watch), '', ''],
  ['--version', two(seconds.version), two(report.ratios.versionToNode), 'node -e 0'],
  [`a poster for ${all} schools`, two(seconds.many), two(report.ratios.secondsOfManyToFew), `${some} schools`],
  ['its memory, in megabytes', two(report.megabytes.many), two(report.ratios.memoryOfManyToFew), `${some} schools`],
  ...Object.entries(seconds.decks).map(([name, number]) => [
    `${lessons} decks: ${name}`,
    two(number),
    two(number / seconds.decks['pshe, cold']),
    'pshe, cold',
  ]),
];
for (const row of rows)
  console.log(row.map((cell, index) => cell[index === 0 ? 'padEnd' : 'padStart']([36, 9, 8, 15][index])).join(''));
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
if (values.svg) writeFileSync(values.svg, picture(report));
