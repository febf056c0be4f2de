import { describe, expect, it } from 'vitest';
import { longestPath, nameProblems } from '../../src/library/file-names.js';

const problemsOf = (...paths: string[]) => nameProblems(paths).map(({ problem, what }) => `${problem}: ${what}`);

describe('a name that not every computer can give', () => {
  it.each('con prn aux nul com1 com9 lpt1 lpt³ CON Nul.yaml aux.tar.yaml conin$'.split(' '))('is %s', (name) => {
    expect(problemsOf(name)).toEqual([`reserved: ${name}`]);
    expect(problemsOf(`ks3/${name}/unit.yaml`)).toEqual([`reserved: ${name}`]);
  });

  it.each('< > : " \\ | ? *'.split(' '))('has a %s in it', (letter) => {
    expect(problemsOf(`ks3/a${letter}b.yaml`)).toEqual([`letters: ${letter}`]);
  });

  it('ends with a full stop or a space', () => {
    expect(problemsOf('ks3/ours./unit.yaml', 'ks3/ours /unit.yaml')).toEqual(['ending: ours.', 'ending: ours ']);
  });

  it('is too long', () => {
    expect(problemsOf(`${'a'.repeat(longestPath - 5)}.yaml`)).toEqual([]);
    expect(problemsOf(`${'a'.repeat(longestPath - 4)}.yaml`)).toEqual([`long: ${longestPath + 1}`]);
  });

  it('differs from another only in capitals or accents, or lies in a folder that does', () => {
    expect(problemsOf('a/b.yaml', 'a/B.yaml')).toEqual(['alike: a/b.yaml']);
    expect(problemsOf('a/é.svg', 'a/e\u0301.svg')).toEqual(['alike: a/é.svg']);
    expect(problemsOf('a/b.yaml', 'A/c.yaml', 'A/d.yaml')).toEqual(['alike: a', 'alike: a']);
  });

  it('is none of these', () => {
    const names = [
      'console.yaml',
      'com10.svg',
      'a con.yaml',
      'ks3/größe 2.svg',
      'ks3/😀.svg',
      'ks4/größe 2.svg',
      "it's.svg",
    ];
    expect(problemsOf(...names)).toEqual([]);
  });
});
