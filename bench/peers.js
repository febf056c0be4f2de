// Other tools that make slides of text files, which take turns with this one: see bench/peers/package.json. They get decks
// of twelve plain slides, with nothing to check, to draw, to fit or to describe.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './library.js';

const folder = join(root, 'bench/peers');
const slides = 12;

/** Whether the peers are installed: npm ci --prefix bench/peers. */
export const installed = existsSync(join(folder, 'node_modules'));

const deck = (number) =>
  Array.from(
    { length: slides },
    (_, index) =>
      `# Deck ${number}, slide ${index + 1}\n\n- Somebody to ask is never far away.\n- A friend listens first.\n- It is never too late to say so.\n`,
  ).join('\n---\n\n');

/** The program of a package, as its package.json names it. */
function programOf(name) {
  const file = createRequire(join(folder, 'package.json')).resolve(`${name}/package.json`);
  const { bin } = createRequire(file)('./package.json');
  return join(dirname(file), typeof bin === 'string' ? bin : Object.values(bin)[0]);
}

/** Makes the decks below a folder; gives for each peer the words that turn them into PDF, for Node. */
export function peers(into, browser, decks) {
  const marp = join(into, 'marp');
  const plain = join(into, 'md-to-pdf');
  for (const made of [marp, plain]) mkdirSync(made);
  const page = 'pdf_options: { format: a4, landscape: true }\ncss: "hr { break-after: page; visibility: hidden }"\n';
  for (let number = 1; number <= decks; number += 1) {
    writeFileSync(join(marp, `${number}.md`), `---\nmarp: true\n---\n\n${deck(number)}`);
    writeFileSync(join(plain, `${number}.md`), `---\n${page}---\n\n${deck(number)}`);
  }
  const options = JSON.stringify({ executablePath: browser, args: ['--no-sandbox'] });
  const files = readdirSync(plain).map((name) => join(plain, name));
  return {
    'marp-cli': [
      programOf('@marp-team/marp-cli'),
      '--pdf',
      '-I',
      marp,
      '--browser',
      'chrome',
      '--browser-path',
      browser,
    ],
    'md-to-pdf': [programOf('md-to-pdf'), ...files, '--launch-options', options],
  };
}
