// What making a PDF accessible costs beside printing it:
//   npm run bench:finishing [-- path of a browser]
// CPU time of each document, warm: the browser's and this process's while printing, then of finishing and of the check
// of the result. Compare the ratios; times differ from machine to machine and from day to day.

import { findBrowser } from '../dist/browser/find.js';
import { startBrowser } from '../dist/browser/launch.js';
import { createPrinter } from '../dist/browser/pages.js';
import { identityOf } from '../dist/build/identity.js';
import { composeJob, entryOf, planBuild } from '../dist/build/plan.js';
import { finishPdf } from '../dist/formats/pdf/finish.js';
import { selfCheck } from '../dist/formats/pdf/self-check.js';
import { pictureUrl } from '../dist/html/assets.js';
import { createRenderer } from '../dist/html/render.js';
import { lessonFolders } from '../dist/library/content.js';
import { loadLibrary } from '../dist/library/load.js';

const warm = 5;
const rounds = 15;

const library = await loadLibrary(lessonFolders('.'), '.');
const jobs = planBuild(library, { what: [], bands: [], kinds: [], profiles: [null] }).filter(
  ({ format }) => format === 'pdf',
);
const renderer = createRenderer((file, source) => pictureUrl(file, source, library.folders), { notChecked: false });
const running = await startBrowser(await findBrowser(process.argv[2]));
const printer = createPrinter(running);
const session = await running.browser.target().createCDPSession();

const browserMs = async () =>
  (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
const ownMs = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

const work = jobs.map((job) => {
  const model = composeJob(library, job);
  const entry = entryOf(library, job);
  const html = renderer.render(job.kind, model, entry.source.path);
  const identity = identityOf(model, entry, model.status);
  const state = { printed: null, finished: null };
  return {
    path: job.path,
    print: async () => {
      state.printed = await printer.print(html, 60_000);
    },
    finish: () => {
      state.finished = finishPdf(state.printed.pdf, state.printed.facts, identity);
    },
    check: () => selfCheck(state.finished, state.printed.facts, identity),
    costs: [],
  };
});

const median = (costs) => costs.sort((one, other) => one - other)[costs.length >> 1];

for (let round = 0; round < warm; round += 1) {
  for (const { print, finish, check } of work) {
    await print();
    finish();
    check();
  }
}
// Round by round through all documents, so that what one leaves behind for the garbage collector falls on each in turn.
for (let round = 0; round < rounds; round += 1) {
  for (const { print, finish, check, costs } of work) {
    const start = (await browserMs()) + ownMs();
    await print();
    const printed = (await browserMs()) + ownMs();
    const before = ownMs();
    finish();
    const finished = ownMs();
    check();
    costs.push([printed - start, finished - before, ownMs() - finished]);
  }
}
console.log(`${running.version}, ${jobs.length} documents, CPU time in ms, of ${rounds} rounds, warm\n`);
console.log('print   finish         check          document');
const sums = [0, 0, 0];
for (const { path, costs } of work) {
  // The browser counts its time in steps of several milliseconds: its mean says more than its median.
  const print = costs.reduce((sum, [cost]) => sum + cost, 0) / rounds;
  const own = [print, median(costs.map((cost) => cost[1])), median(costs.map((cost) => cost[2]))];
  for (const [index, value] of own.entries()) sums[index] += value;
  console.log(row(...own, path));
}
console.log(row(...sums, 'together'));
await running.close();

function row(print, finish, check, name) {
  const beside = (value) => `${value.toFixed(1).padStart(6)} (${((value / print) * 100).toFixed(0).padStart(2)} %)`;
  return `${print.toFixed(0).padStart(5)}  ${beside(finish)}  ${beside(check)}  ${name}`;
}
