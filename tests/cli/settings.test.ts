import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/folders.js';
import { pshe } from '../helpers/pshe.js';

/** A content folder with these settings. */
function withSettings(text: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lessons'));
  writeFileSync(join(folder, 'pshe.yaml'), text);
  return folder;
}

describe('pshe.yaml', () => {
  it('names the schools, unless the command line says otherwise', async () => {
    const cwd = withSettings('profile: [millbrook]\n');
    const dry = ['build', 'campaign-cea', '--kind', 'poster', '--dry-run'];
    expect((await pshe(dry, { cwd })).out).toContain('campaign-cea-pupils-poster-a4-millbrook.pdf');
    expect((await pshe([...dry, '--no-profile'], { cwd })).out).toContain('campaign-cea-pupils-poster-a4.pdf');
    expect((await pshe([...dry, '--profile', 'somerset'], { cwd })).out).not.toContain('millbrook');
  });

  it('names files and the folder for documents from where it lies', async () => {
    const content = withSettings('profile: [schools.csv]\nout: made/here\n');
    writeFileSync(join(content, 'schools.csv'), 'id,name,nation\nelm,Elm Academy,england\n');
    const words = ['build', 'guide-card', '--quiet', '--content', content];
    expect(await pshe(words, { cwd: temporaryFolder() })).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(content, 'made/here')).join()).toMatch(/guide-card-.*elm\.pdf/);
  });

  it('names schools by a glob from where it lies', async () => {
    const content = withSettings('profile: ["schools/**/*.csv"]\n');
    mkdirSync(join(content, 'schools/east'), { recursive: true });
    writeFileSync(join(content, 'schools/east/list.csv'), 'id,name,nation\nelm,Elm Academy,england\n');
    symlinkSync('..', join(content, 'schools/east/round'));
    const words = ['build', 'guide-card', '--dry-run', '--content', content];
    const { out, err, code } = await pshe(words, { cwd: temporaryFolder() });
    expect({ err, code }).toEqual({ err: expect.stringContaining('3 documents'), code: 0 });
    expect(out.match(/-elm\.pdf/g)).toHaveLength(3);
  });

  it.runIf(process.platform !== 'win32').each([
    ['pshe.yaml', 'out: out\n', 'pshe.yaml'],
    ['lessons', 'out: out\n', 'The folder lessons'],
    ['templates', 'out: out\n', 'The folder templates'],
    ['made', 'out: made\n', 'made, which pshe.yaml names,'],
    ['made', 'out: made/here/and-there\n', 'made/here/and-there, which pshe.yaml names,'],
    ['known', 'baseline: known/findings.json\n', 'known/findings.json, which pshe.yaml names,'],
    ['schools', 'profile: [schools]\n', 'schools, which pshe.yaml names,'],
    ['schools/there.yaml', 'profile: [schools]\n', 'schools/there.yaml'],
  ])('leads out of its folder through no link %s: %j', async (name, settings, said) => {
    const content = withSettings(settings);
    const outside = temporaryFolder();
    const secret = 'Zwischenraumgeheimnis';
    writeFileSync(join(outside, 'secret.yaml'), `${secret}: [\n`);
    rmSync(join(content, name), { recursive: true, force: true });
    mkdirSync(dirname(join(content, name)), { recursive: true });
    symlinkSync(name.endsWith('.yaml') ? join(outside, 'secret.yaml') : outside, join(content, name));
    const { out, err, code } = await pshe(['build', 'campaign-cea', '--kind', 'poster'], { cwd: content });
    expect(err).toContain(said);
    expect(err).toContain('leads out of its folder, or nowhere');
    expect(out + err).not.toContain(secret);
    expect(code).toBe(2);
    expect(readdirSync(outside)).toEqual(['secret.yaml']);
  });

  it('may be empty, or nothing but comments', async () => {
    const dry = ['build', 'campaign-cea', '--kind', 'poster', '--dry-run'];
    for (const text of ['', '# profile: [millbrook]\n']) {
      expect(await pshe(dry, { cwd: withSettings(text) })).toMatchObject({
        code: 0,
        err: '4 documents would be made in out/.\n',
      });
    }
  });

  it('is found fault with where it is no file', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'pshe.yaml'));
    const { err, code } = await pshe(['build', 'campaign-cea', '--dry-run'], { cwd });
    expect(err).toContain('pshe.yaml:1:1');
    expect(err).toContain('The system does not let this file be read: EISDIR');
    expect(code).toBe(2);
  });

  it('weighs rules and counts warnings', async () => {
    const check = ['check', '--today', '2029-01-01'];
    expect((await pshe(check, { cwd: withSettings('profile: []\n') })).code).toBe(0);
    const none = withSettings('max-warnings: 0\n');
    // What comes with time turns nothing red that was green.
    expect((await pshe(check, { cwd: none })).code).toBe(0);
    writeFileSync(join(none, 'lessons/spare.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect((await pshe(check, { cwd: none })).code).toBe(1);
    const strict = withSettings('rules: { day-to-come: error }\n');
    expect((await pshe(check, { cwd: strict })).out).toMatch(/\d errors? and/);
    expect((await pshe([...check, '--rule', 'day-to-come=warn'], { cwd: strict })).code).toBe(0);
    expect(
      (await pshe([...check, '--rule', 'day-to-come=off', '--rule', 'service-checked=off'], { cwd: strict })).out,
    ).toContain('Nothing wrong');
  });

  it.each([
    ['out: ../elsewhere\n', '“out” is “../elsewhere”', 'pshe.yaml:1:6'],
    ['profile: [/etc/passwd]\n', '“/etc/passwd”', 'pshe.yaml:1'],
    ['profile: [a/../../b.yaml]\n', '“a/../../b.yaml”', 'pshe.yaml:1'],
    ['profil: [millbrook]\n', 'There is no field “profil”', 'Did you mean “profile”?'],
    ['rules: { day-to-com: off }\n', 'a rule “day-to-com”, which does not exist', 'Did you mean “day-to-come”?'],
    ['rules: { topic-band: off }\n', '“topic-band” to off, but it is always an error', 'older pupils'],
    ['rules: { day-to-come: maybe }\n', '“maybe”', 'Allowed: off, warn, error'],
    ['out: "x\n', 'pshe.yaml has mistakes in it', 'yaml-syntax'],
  ])('with a mistake ends with 2: %j', async (text, fact, help) => {
    for (const command of ['check', 'build']) {
      const { err, code } = await pshe([command], { cwd: withSettings(text) });
      expect(err).toContain(fact);
      expect(err).toContain(help);
      expect(code).toBe(2);
    }
  });

  it.each([
    [['--rule', 'day-to-come'], 'does not say how much the rule weighs'],
    [['--rule', 'schema=warn'], 'it is always an error'],
    [['--rule', 'nothing=off'], 'a rule “nothing”, which does not exist'],
  ])('and so does %j', async (words, fact) => {
    const { err, code } = await pshe(['check', ...words]);
    expect(err).toContain(fact);
    expect(code).toBe(2);
  });
});
