import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentWith, fixture, temporaryFolder, writeInto } from '../helpers/folders.js';
import { pshe, root } from '../helpers/pshe.js';
import { copyOfTool } from '../helpers/tool.js';

const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

describe('the command line', () => {
  it('tells its version', async () => {
    expect(await pshe(['--version'])).toMatchObject({ out: `${version}\n`, err: '', code: 0 });
  });

  it('says where it has failed itself, what that means and what to report', async () => {
    const { folder } = copyOfTool();
    const cache = temporaryFolder();
    writeFileSync(join(folder, 'dist/commands/list.js'), "throw new Error('It stumbled here.');\n");
    const asked = { tool: folder, env: { PSHE_CACHE: cache } };
    const { out, err, code } = await pshe(['list', 'days'], asked);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('a mistake of the tool itself, not yours: It stumbled here.');
    expect(err).toContain('What was there before is still there');
    expect(err).toContain(join(cache, 'last-mistake.txt'));
    expect(err).not.toContain('list.js');
    expect(readFileSync(join(cache, 'last-mistake.txt'), 'utf8')).toMatch(
      /pshe list days.*dist\/commands\/list\.js:1/s,
    );
    expect((await pshe(['list', 'days', '--verbose'], asked)).err).toContain('dist/commands/list.js:1');
  });

  it('explains itself with examples, on standard output', async () => {
    const { out, code } = await pshe(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('pshe build ks3 --profile millbrook');
    expect(out).toContain('Exit codes: 0 fine, 1 findings');
  });

  it.each(['build', 'check', 'compare', 'sign-off', 'list', 'init', 'new', 'explain', 'doctor'])(
    'explains “%s”',
    async (command) => {
      const { out, code } = await pshe([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: pshe ${command}`);
    },
  );
});

describe('words that nothing answers to end with 2 and the nearest that does', () => {
  const mistakes: [string[], string, string][] = [
    [['biuld'], "unknown command 'biuld'", 'Did you mean build?'],
    [['build', '--bands', 'ks3'], "unknown option '--bands'", '--band'],
    [
      ['build', 'ks3-respect-11'],
      'There is no lesson, session, unit, campaign, guide or band “ks3-respect-11”.',
      'Did you mean “ks3-respect-1”?',
    ],
    [['build', '--band', 'ks6'], 'There is no band “ks6”.', 'Did you mean “ks3”?'],
    [['build', '--kind', 'slide'], 'There is no kind of document “slide”.', 'Did you mean “slides”?'],
    [['build', '--profile', 'milbrook'], 'There is no profile “milbrook”.', 'Did you mean “millbrook”?'],
    [['build', 'campaign-cea', '--jobs', '0'], 'whole number of at least 1', ''],
    [['build', 'package.json'], '“package.json” is a file or folder', 'ids such as ks3-respect-1'],
    [['build', 'lessons/profiles/somerset.yaml'], 'is a file or folder', '--profile lessons/profiles/somerset.yaml'],
    [['build', 'poster'], '“poster” is a kind of document', '--kind poster'],
    [['build', 'campaign-cea', '--kind', 'slides'], 'campaign-cea has no slides', 'It has: poster, social.'],
    [['build', '--content', 'docs'], 'has no folder “lessons” in it', ''],
    [['check', '--content', 'nowhere'], 'has no folder “lessons” in it', ''],
    [['check', 'lessons', '--baseline', 'x.json', '--update-baseline'], 'goes with the whole library', ''],
    [['check', '--changed', 'nowhere'], '“nowhere” is no commit of this repository', 'HEAD~1'],
    [['check', 'nowhere.yaml'], '“nowhere.yaml” is not a file or folder of the library.', ''],
    [['check', '--format', 'jsno'], 'There is no format “jsno”.', 'Did you mean “json”?'],
    [['explain', 'minuts-add-up'], 'There is no rule “minuts-add-up”.', 'Did you mean “minutes-add-up”?'],
    [['list', 'lesons'], 'There is no list of “lesons”.', 'Did you mean “lessons”?'],
  ];
  it.each(mistakes)('%j', async (words, fact, help) => {
    const { out, err, code } = await pshe(words);
    expect(out).toBe('');
    expect(err).toContain(fact);
    expect(err).toContain(help);
    expect(err).not.toContain('.js:');
    expect(code).toBe(2);
  });

  it('a band that the lesson is not for', async () => {
    const { err, code } = await pshe(['build', 'ks4-gallery-1', '--band', 'ks5', '--content', fixture('gallery')]);
    expect(err).toContain('“ks4-gallery-1” is not for ks5: it is for ks4.');
    expect(err).toContain('--band ks4');
    expect(code).toBe(2);
  });
});

describe('a tool that can’t work ends with 3', () => {
  it('when the named browser is not there', async () => {
    const { err, code } = await pshe([
      'build',
      'campaign-cea',
      '--out',
      temporaryFolder(),
      '--browser',
      '/nowhere/chrome',
    ]);
    expect(err).toContain('--browser names “/nowhere/chrome”');
    expect(code).toBe(3);
  });

  it('when the browser does not start', async () => {
    const { err, code } = await pshe([
      'build',
      'campaign-cea',
      '--out',
      temporaryFolder(),
      '--browser',
      process.execPath,
    ]);
    expect(err).toContain('does not start');
    expect(err).toContain('pshe doctor');
    expect(code).toBe(3);
  });

  it('and doctor says what is missing', async () => {
    const { out, code } = await pshe(['doctor', '--browser', '/nowhere/chrome']);
    expect(out).toContain('NO  Browser: --browser names “/nowhere/chrome”');
    expect(code).toBe(3);
  });
});

describe('results', () => {
  it('of doctor name Node, the browser, its sandbox, fonts and the output folder', async () => {
    const { out, code } = await pshe(['doctor', '--out', temporaryFolder()]);
    for (const name of ['Node', 'Browser', 'Sandbox', 'System libraries', 'Fonts', 'Output folder'])
      expect(out).toContain(`ok  ${name}`);
    expect(out).toContain('AtkinsonHyperlegibleNext-Bold, FamiljenGrotesk-Bold');
    expect(code).toBe(0);
  });

  it('of check are one JSON document with places', async () => {
    const content = join(root, 'tests/cli/check/reference-topic');
    const { out, code } = await pshe(['check', '--content', content, '--format', 'json']);
    const { findings, summary } = JSON.parse(out);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ errors: 1, warnings: 0 });
    expect(findings).toEqual([
      {
        rule: 'reference-known',
        severity: 'error',
        message: 'There is no topic “freindship”.',
        hint: 'Did you mean “friendship”?',
        file: 'lessons/ks3/demo/ks3-demo-1.yaml',
        line: 8,
        column: 10,
        endLine: 8,
        endColumn: 20,
      },
    ]);
  });

  it('of check go into a file and to the screen at once', async () => {
    const folder = temporaryFolder();
    const { out, code } = await pshe(['check', '--format', `text,json=${folder}/check.json`]);
    expect(out).toContain('Nothing wrong in');
    expect(JSON.parse(readFileSync(`${folder}/check.json`, 'utf8')).findings).toEqual([]);
    expect(code).toBe(0);
  });

  it('of check can be those of one file', async () => {
    const content = contentWith({});
    writeInto(content, 'lessons/ks3/a/unit.yaml', 'id: x\n');
    writeInto(content, 'lessons/ks3/b/unit.yaml', 'id: y\n');
    const { out } = await pshe(['check', 'lessons/ks3/a'], { cwd: content });
    expect(out).toContain('ks3/a/unit.yaml');
    expect(out).not.toContain('ks3/b/unit.yaml');
  });

  it('of check can be those of a school’s own profile, wherever it lies', async () => {
    const folder = temporaryFolder();
    const millbrook = readFileSync(join(root, 'lessons/profiles/millbrook.yaml'), 'utf8');
    writeInto(folder, 'our-school.yaml', millbrook);
    const copied = await pshe(['check', 'our-school.yaml'], { cwd: folder });
    expect(copied.code).toBe(1);
    expect(copied.out).toContain('The id “millbrook” is already taken by');
    writeInto(folder, 'our-school.yaml', millbrook.replace('id: millbrook', 'id: our-school'));
    expect(await pshe(['check', 'our-school.yaml'], { cwd: folder })).toMatchObject({ code: 0, err: '' });
  });

  it('of check are none for a lesson that was copied without its pictures', async () => {
    const lesson = readFileSync(join(root, 'lessons/ks3/respect/ks3-respect-1.yaml'), 'utf8');
    const content = contentWith({ 'ks3/respect/ks3-respect-1.yaml': lesson });
    expect((await pshe(['check', '--content', content])).out).toContain('Nothing wrong');
  });

  it('of a build are said in plain words, with talk on standard error', async () => {
    const out = temporaryFolder();
    const run = await pshe(['build', 'campaign-cea', '--kind', 'poster', '--profile', 'somerset', '--out', out]);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^4 documents with 4 pages in .*:\n +4 {2}poster\nLook first at .*campaign-cea-.*\.pdf\n$/);
    expect(run.err).toContain('4/4 campaign-cea-');
  });

  it('of a build are one JSON document when asked for', async () => {
    const { out, err, code } = await pshe([
      'build',
      'campaign-cea',
      '--kind',
      'poster',
      '--out',
      temporaryFolder(),
      '--json',
    ]);
    expect(code).toBe(0);
    expect(err).toBe('');
    const made = (JSON.parse(out) as { made: { path: string; title: string; size: string }[] }).made;
    expect(made.find(({ path }) => path === 'campaign-cea-pupils-poster-a3.pdf')).toMatchObject({ size: 'a3' });
  });

  it('of a build with errors name the field and keep what was there', async () => {
    const content = join(root, 'tests/cli/check/reference-topic');
    const { out, err, code } = await pshe(['build', 'ks3-demo-1', '--content', content, '--out', temporaryFolder()]);
    expect(out).toBe('');
    expect(err).toContain('There is no topic “freindship”.');
    expect(err).toContain('nothing was made; what was there before is still there');
    expect(code).toBe(1);
  });

  it('of a build are not stopped by errors in lessons that nobody asked for', async () => {
    const content = join(root, 'tests/cli/check/reference-topic');
    const { err, code } = await pshe(['build', 'campaign-cea', '--content', content, '--out', temporaryFolder()]);
    expect(err).toContain('Other files have 1 error; see “pshe check”.');
    expect(code).toBe(0);
  });
});

describe.runIf(process.platform === 'linux')('results that nobody reads to the end', () => {
  const shell = (line: string) => {
    const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${line}`], { cwd: root, encoding: 'utf8' });
    return { status, stderr };
  };
  const tool = `"${process.execPath}" bin/pshe.js`;

  it.each([
    'list --json',
    'list statements',
    'check --format json',
    'explain id-unique',
    'coverage --band ks3 --json',
    '--help',
    '--version',
  ])('end a command as if they had been read: %s', (words) => {
    expect(shell(`${tool} ${words} | true`)).toEqual({ status: 0, stderr: '' });
  });

  it('stop no build', () => {
    const out = temporaryFolder();
    const words = `build campaign-gallery --kind poster --content tests/fixtures/gallery --out "${out}"`;
    expect(shell(`${tool} ${words} 2>&1 | true`)).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(out)).toContain('manifest.json');
  });

  it('are lost with words and an exit code where they go to a full disk', () => {
    const { status, stderr } = shell(`${tool} list > /dev/full`);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^pshe: The results could not be written: ENOSPC.*\n$/);
  });
});
