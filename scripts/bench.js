// What making a PDF accessible costs beside printing it:
//   npm run bench [-- path of a browser]
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
const rounds = 10;

const library = await loadLibrary(lessonFolders('.'), '.');
const jobs = planBuild(library, { what: [], bands: [], kinds: [], profiles: [null] });
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
  };
});

async function meanCost(step, clock) {
  const before = await clock();
  for (let round = 0; round < rounds; round += 1) await step();
  return ((await clock()) - before) / rounds;
}

function medianCost(step) {
  const costs = Array.from({ length: rounds }, () => {
    const before = ownMs();
    step();
    return ownMs() - before;
  });
  return costs.sort((one, other) => one - other)[rounds / 2];
}

for (let round = 0; round < warm; round += 1) {
  for (const { print, finish, check } of work) {
    await print();
    finish();
    check();
  }
}
console.log(`${running.version}, ${jobs.length} documents, CPU time in ms, of ${rounds} rounds, warm\n`);
console.log('print   finish         check          document');
const sums = [0, 0, 0];
for (const { path, print, finish, check } of work) {
  const costs = [
    await meanCost(print, async () => (await browserMs()) + ownMs()),
    medianCost(finish),
    medianCost(check),
  ];
  for (const [index, value] of costs.entries()) sums[index] += value;
  console.log(row(...costs, path));
}
console.log(row(...sums, 'together'));
await running.close();

function row(print, finish, check, name) {
  const beside = (value) => `${value.toFixed(1).padStart(6)} (${((value / print) * 100).toFixed(0).padStart(2)} %)`;
  return `${print.toFixed(0).padStart(5)}  ${beside(finish)}  ${beside(check)}  ${name}`;
}
