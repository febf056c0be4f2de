import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { temporaryFolder, writeInto } from '../helpers/folders.js';
import { openPdf } from '../helpers/pdf.js';
import { start } from '../helpers/pshe.js';

const lesson = 'lessons/ks3/ours/ks3-ours-1.yaml';

describe('building whenever something is saved', () => {
  const content = exampleFolder({
    slide: 'id: bike\nlayout: points\ntitle: A bike\npoints: [The bike is back., It is red.]\nnotes: A calm one.\n',
  });
  writeInto(content, 'templates/base/your-own.css', '.slide { color: #222; }\n');
  const out = temporaryFolder();
  const pdf = join(out, 'ks3-ours-1-slides.pdf');
  const words = ['build', 'ks3-ours-1', '--kind', 'slides', '--content', content, '--out', out, '--watch'];
  const { child, ended } = start(words);
  let said = '';
  child.stderr.on('data', (text: string) => {
    said += text;
  });
  /** What it says from now on, up to a text. */
  const until = async (text: string): Promise<string> => {
    while (!said.includes(text)) {
      if (child.exitCode !== null) throw new Error(`It has ended. ${said}`);
      await new Promise((resolve) => child.stderr.once('data', resolve));
    }
    const end = said.indexOf(text) + text.length;
    const part = said.slice(0, end);
    said = said.slice(end);
    return part;
  };
  const change = (from: string, to: string) => {
    const text = readFileSync(join(content, lesson), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(content, lesson), text.replace(from, to));
  };
  const textOf = async () => (await openPdf(pdf)).text;

  it('builds at once, and when a lesson is saved', async () => {
    await until('Waiting for changes');
    expect(await textOf()).toContain('The bike is back.');
    change('The bike is back.', 'The bike is here.');
    await until('ks3-ours-1-slides.pdf');
    expect(await textOf()).toContain('The bike is here.');
  });

  it('says what is wrong, and leaves the documents as they were until it is mended', async () => {
    const before = readFileSync(pdf);
    change('layout: points', 'layout: pionts');
    expect(await until('what was there before is still there')).toContain('pionts');
    expect(readFileSync(pdf)).toEqual(before);
    change('layout: pionts', 'layout: points');
    await until('Nothing to print');
    expect(readFileSync(pdf)).toEqual(before);
  });

  it('builds when a template is saved, and says when one is broken', async () => {
    const before = readFileSync(pdf);
    writeInto(content, 'templates/base/your-own.css', '.slide { color: #333; }\n');
    await until('ks3-ours-1-slides.pdf');
    expect(readFileSync(pdf)).not.toEqual(before);
    writeInto(content, 'templates/partials/ours.hbs', '{{#if}');
    expect(await until('It stumbles here')).toContain('templates/partials/ours.hbs');
    rmSync(join(content, 'templates/partials/ours.hbs'));
    await until('Nothing to print');
  });

  it('ends when it is told to', async () => {
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
  });
});
