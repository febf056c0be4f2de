import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../helpers/examples.js';
import { copyOfFixture, fixture, temporaryFolder, writeInto } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { openPdf } from '../helpers/pdf.js';
import { start } from '../helpers/pshe.js';

const lesson = 'lessons/ks3/ours/ks3-ours-1.yaml';

/** Starts the tool, which knows nothing that another test has printed, and gives what it says as it says it. */
function startWatching(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { child, ended } = start([...words, '--watch'], { env: { PSHE_CACHE: freshCache(), ...env } });
  afterAll(() => void child.kill());
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
  return { child, ended, until };
}

describe('building whenever something is saved', () => {
  const content = exampleFolder({
    slide: 'id: bike\nlayout: points\ntitle: A bike\npoints: [The bike is back., It is red.]\nnotes: A calm one.\n',
  });
  writeInto(content, 'templates/base/your-own.css', '.slide { color: #222; }\n');
  const out = temporaryFolder();
  const pdf = join(out, 'ks3-ours-1-slides.pdf');
  const words = ['build', 'ks3-ours-1', '--kind', 'slides', '--content', content, '--out', out];
  const { child, ended, until } = startWatching(words);
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
    expect(await until('it stumbles')).toContain('templates/partials/ours.hbs');
    rmSync(join(content, 'templates/partials/ours.hbs'));
    await until('Nothing to print');
    // A circle of links is nothing to end for.
    symlinkSync('.', join(content, 'templates/partials/ours.hbs'));
    expect(await until('is no file')).toContain('templates/partials/ours.hbs');
    rmSync(join(content, 'templates/partials/ours.hbs'));
    await until('Nothing to print');
  });

  it('goes on when the system did not let it write', async () => {
    rmSync(join(out, 'manifest.json'));
    mkdirSync(join(out, 'manifest.json'));
    change('It is red.', 'It is blue.');
    expect(await until('then try again')).toContain(join(out, 'manifest.json'));
    rmSync(join(out, 'manifest.json'), { recursive: true });
    change('It is blue.', 'It is green.');
    await until('ks3-ours-1-slides.pdf');
    expect(await textOf()).toContain('It is green.');
  });

  it('ends when it is told to', async () => {
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
  });
});

it('sees what is saved while it builds for the first time, schools of the settings, and their logos', async () => {
  const content = copyOfFixture('gallery');
  const out = temporaryFolder();
  const logo = (colour: string) =>
    writeInto(
      content,
      'schools/logo.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
      <path d="M0 0h40v20H0Z" fill="${colour}"/></svg>`,
    );
  const school = readFileSync(fixture('northgate.yaml'), 'utf8');
  writeInto(content, 'pshe.yaml', 'profile: [schools]\n');
  writeInto(content, 'schools/northgate.yaml', `${school}logos: [{ file: logo.svg, alt: A blue flag }]\n`);
  logo('#204060');
  const change = (name: string, from: string, to: string) =>
    writeInto(content, name, readFileSync(join(content, name), 'utf8').replaceAll(from, to));
  const textOf = async () => (await openPdf(join(out, 'campaign-gallery-pupils-poster-a4-northgate.pdf'))).text;

  const temporary = temporaryFolder();
  const watcher = watch(temporary, (_event, name) => {
    if (!name?.startsWith('pshe-browser-')) return;
    change('lessons/campaigns/campaign-gallery.yaml', 'It can come from', 'It may come from');
  });
  const words = ['build', 'campaign-gallery', '--kind', 'poster', '--content', content, '--out', out, '--force'];
  const { child, ended, until } = startWatching(words, { TMPDIR: temporary });
  await until('Waiting for changes');
  watcher.close();
  while (!(await textOf()).includes('It may come from')) await until('\n');

  change('schools/northgate.yaml', 'northgate.example/pupils', 'northgate.example/school');
  await until('4 documents in');
  expect(await textOf()).toContain('northgate.example/school');
  logo('#602040');
  await until('4 documents in');
  // Only the first time does everything anew.
  change('schools/northgate.yaml', 'An invented one', 'An imagined one');
  await until('Nothing to print');
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
});

it('misses nothing of what is saved twice in a moment', async () => {
  const content = exampleFolder({});
  const words = ['build', 'ks3-ours-1', '--kind', 'slides', '--content', content, '--out', temporaryFolder()];
  const { child, ended, until } = startWatching(words);
  await until('Waiting for changes');
  const save = (settings: string) => writeFileSync(join(content, 'pshe.yaml'), settings);
  // From shortly before a build begins to shortly after: with wrong settings it ends at once.
  for (let ms = 20; ms <= 60; ms += 4) {
    save('profil: none\n');
    await new Promise((resolve) => setTimeout(resolve, ms));
    save(`# After ${ms} milliseconds.\n`);
    await until('Nothing to print');
  }
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
});

it('makes the slides of a saved lesson before its other documents', async () => {
  const content = exampleFolder({});
  const out = temporaryFolder();
  const words = ['build', 'ks3-ours-1', '--kind', 'teacher-notes,slides', '--content', content, '--out', out];
  const { child, ended, until } = startWatching(words);
  await until('Waiting for changes');
  const text = readFileSync(join(content, lesson), 'utf8');
  writeFileSync(join(content, lesson), text.replace(/^title: .*/m, 'title: Ask before'));
  await until('2 documents in');
  const written = (kind: string) => statSync(join(out, `ks3-ours-1-${kind}.pdf`), { bigint: true }).mtimeNs;
  expect(written('slides')).toBeLessThan(written('teacher-notes'));
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
});

it.runIf(process.platform === 'linux').each(['pdf', 'html', 'pptx'])(
  'is not set going by what it makes as %s, where documents are put beside the lessons',
  async (format) => {
    const content = exampleFolder({});
    const words = ['build', 'ks3-ours-1', '--kind', 'slides', '--content', content, '--out', join(content, 'lessons')];
    const { child, ended, until } = startWatching([...words, '--format', format]);
    await until('Waiting for changes');
    const title = (from: string, to: string) => {
      const text = readFileSync(join(content, lesson), 'utf8');
      writeFileSync(join(content, lesson), text.replace(`title: ${from}`, `title: ${to}`));
    };
    const [, first = ''] = /^title: (.*)/m.exec(readFileSync(join(content, lesson), 'utf8')) ?? [];
    title(first, 'Ask before');
    await until(`ks3-ours-1-slides.${format}`);
    await atRest(child.pid as number);
    writeFileSync(join(content, lesson), 'x');
    expect(await until('what was there before is still there')).not.toContain('Nothing to print');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
  },
);

it.runIf(process.platform === 'linux')('watches its own folder, by whatever name, and nothing beyond', async () => {
  const content = exampleFolder({});
  const link = join(temporaryFolder(), 'by another name');
  symlinkSync(content, link);
  symlinkSync('/usr', join(content, 'lessons/ks3/all'));
  const words = ['build', 'ks3-ours-1', '--kind', 'slides', '--content', link, '--out', join(content, 'out')];
  const { child, ended, until } = startWatching(words);
  await until('Waiting for changes');
  const open = `/proc/${child.pid}/fdinfo`;
  const places = readdirSync(open).flatMap(
    (name) => readFileSync(join(open, name), 'utf8').match(/^inotify wd/gm) ?? [],
  );
  expect(places.length).toBeLessThan(1000);
  rmSync(join(content, 'lessons/ks3/all'));
  await until('Nothing to print');
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
});

/** Waits until a process has done nothing for as long as it would take it to hear of something and begin. */
async function atRest(pid: number): Promise<void> {
  const used = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).join(' ');
  let before = used();
  for (let quiet = 0; quiet < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    quiet = used() === before ? quiet + 1 : 0;
    before = used();
  }
}
