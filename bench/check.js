// What checking costs beside merely reading the YAML:
//   npm run bench:check [-- lessons] (default: 1000)
// Whole processes, by turns in one run: a bare loop that parses every file with places, pshe check with nothing kept from
// before, and again. Compare the ratios; times differ from machine to machine and from day to day.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { contentWith, root } from './library.js';

const most = Number(process.argv[2] ?? 1000);
const rounds = 3;

const bare = `
import { readdirSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
for (const name of readdirSync(process.argv[1], { recursive: true }))
  if (name.endsWith('.yaml'))
    parseDocument(readFileSync(process.argv[1] + '/' + name, 'utf8'), { lineCounter: new LineCounter() }).toJS();
`;

function seconds(words, cache) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env: { ...process.env, PSHE_CACHE: cache },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

const median = (values) => values.sort((one, other) => one - other)[values.length >> 1];

console.log('lessons  parse       check        check again  one file');
for (const lessons of [most / 10, most]) {
  const { folder: content } = contentWith(lessons);
  const lists = { parse: [], check: [], again: [], one: [] };
  const check = [join(root, 'bin/pshe.js'), 'check', '--content', content, '--max-warnings', '9999'];
  const one = join(content, 'lessons', 'ks3/respect/ks3-respect-2.yaml');
  for (let round = 0; round < rounds; round += 1) {
    const cache = join(content, `cache-${round}`);
    lists.parse.push(seconds(['--input-type=module', '-e', bare, join(content, 'lessons')], cache));
    lists.check.push(seconds(check, cache));
    lists.again.push(seconds(check, cache));
    lists.one.push(seconds([...check, one], cache));
  }
  const parse = median(lists.parse);
  const beside = (list) => `${median(list).toFixed(2).padStart(6)} (${(median(list) / parse).toFixed(2)})`;
  console.log(
    [
      String(lessons).padStart(7),
      `${parse.toFixed(2).padStart(6)} s`,
      ...['check', 'again', 'one'].map((name) => beside(lists[name])),
    ].join('  '),
  );
  rmSync(content, { recursive: true, force: true });
}
