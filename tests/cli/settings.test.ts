import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
