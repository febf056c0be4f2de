import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundFiles } from '../../src/check/files.js';
import { rules } from '../../src/check/rules/index.js';
import { checkLibrary, inWords } from '../../src/check/run.js';
import { packagedLessons } from '../../src/library/content.js';
import { loadLibrary } from '../../src/library/load.js';
import { isPackagedAndSound, isPackagedPicture, packagedData } from '../../src/library/packaged-data.js';
import { readYaml } from '../../src/library/read.js';
import { problemOfPicture } from '../../src/pictures/problem.js';
import { exampleFolder, referenceOnly } from '../helpers/examples.js';
import { contentWith } from '../helpers/folders.js';

const read = (text: string) => readYaml(new TextEncoder().encode(text), '/x/y.yaml', 'y.yaml');

describe('reading YAML', () => {
  it('gives data with the place of everything in it', () => {
    const { source } = read('id: a\nsteps:\n  - say: Hello\n  - do: Wait\n');
    expect(source?.data).toEqual({ id: 'a', steps: [{ say: 'Hello' }, { do: 'Wait' }] });
    expect(source?.place(['steps', 1, 'do'])).toEqual({ line: 4, column: 9, endLine: 4, endColumn: 13 });
    expect(source?.place(['steps', 1, 'do'], 'key').column).toBe(5);
    expect(source?.place(['steps', 7])).toMatchObject({ line: 2 });
  });

  it('reads words of YAML 1.1 as text and digits as numbers', () => {
    expect(read('a: no\nb: yes\nc: 12\nd: "12"\ne: 2026-11-24\n').source?.data).toEqual({
      a: 'no',
      b: 'yes',
      c: 12,
      d: '12',
      e: '2026-11-24',
    });
  });

  it('takes a byte order mark and Windows line ends as they come', () => {
    expect(read('\uFEFFid: a\r\ntitle: b\r\n').source?.data).toEqual({ id: 'a', title: 'b' });
  });

  it('lets a comment stand on a line of its own and after a number', () => {
    expect(read('# above\nid: a\nminutes: 5 # five\n').findings).toEqual([]);
  });

  it('refuses a file of more than a megabyte without parsing it', () => {
    expect(read(`id: ${'a'.repeat(1024 * 1024)}`).findings[0]?.args).toEqual({ cause: 'too-large' });
  });

  it('looks up no more references than a file may have, however many there are', () => {
    const { source, findings } = read(`id: &a x\nlist:\n${'  - *a\n'.repeat(100_000)}`);
    expect(source).toBe(null);
    expect(findings.map(inWords)).toEqual([
      expect.objectContaining({ rule: 'yaml-syntax', range: expect.objectContaining({ line: 103 }) }),
    ]);
  });

  it('keeps __proto__ a plain key, which no schema allows', () => {
    const data = read('__proto__:\n  polluted: true\n').source?.data as object;
    expect(Object.keys(data)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { source, findings } = readYaml(bytes, '/x/y.yaml', 'y.yaml');
        expect(source !== null || findings.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws for text that looks like YAML, and every finding has words', () => {
    const piece = fc.constantFrom(
      'id: a\n',
      '  ',
      '- ',
      '"',
      "'",
      '{',
      '[',
      ']',
      '&a ',
      '*a',
      '!t ',
      ': ',
      '\t',
      '#',
      'x',
      '\n',
      '| ',
      '> ',
      '---\n',
      '%',
      '@',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { findings } = read(pieces.join(''));
        for (const finding of findings.map(inWords)) {
          expect(finding.message).not.toBe('');
          expect(finding.range.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('what the packaged files hold', () => {
  it('is what reading them gives, and nothing for other bytes', () => {
    const names = (readdirSync(packagedLessons, { recursive: true }) as string[]).filter((name) =>
      name.endsWith('.yaml'),
    );
    for (const name of names) {
      const bytes = readFileSync(join(packagedLessons, name));
      // A file that has been changed since the last build is read.
      const data = packagedData(bytes);
      if (data !== undefined) expect(data, name).toEqual(readYaml(bytes, name, name).source?.data);
      expect(packagedData(Buffer.concat([bytes, Buffer.from('\n')]))).toBeUndefined();
    }
  });

  it('are files with nothing wrong in them, as long as they are held against the same lists', async () => {
    const used = rules.filter(({ off }) => off === undefined);
    const library = await loadLibrary([packagedLessons], packagedLessons);
    const keys = soundFiles(library, used);
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !isPackagedAndSound(key))).toEqual([]);
    // One lesson shows what all would.
    const [first] = library.lessons;
    for (const kind of ['sessions', 'units', 'campaigns', 'guides', 'profiles'] as const) library[kind].clear();
    library.lessons = new Map([first as NonNullable<typeof first>]);
    const known = (others = library, by = used) => soundFiles(others, by).some(isPackagedAndSound);
    expect(known()).toBe(true);
    const fewer = used.filter(({ id }) => id !== 'inclusive-language');
    expect(known(library, fewer)).toBe(false);
    for (const list of ['services', 'laws', 'bands', 'topics', 'terms', 'phrases', 'people'] as const) {
      const without = new Map([...library[list]].slice(1) as []);
      expect(known({ ...library, [list]: without }), list).toBe(false);
    }
    expect(known({ ...library, words: new Set([...library.words, 'gardenish']) })).toBe(false);
    expect(known({ ...library, limits: null })).toBe(false);
    const frame = library.frame as NonNullable<typeof library.frame>;
    const more = structuredClone(frame.value);
    more.lines.push({ id: 'more', text: 'There is time.' });
    expect(known({ ...library, frame: { ...frame, value: more } })).toBe(false);
  });

  it('are no texts that a day could make wrong', async () => {
    const used = rules.filter(({ off }) => off === undefined);
    const sound = async (say: string) => {
      const folder = exampleFolder({ step: `say: ${say}\n` });
      return soundFiles(await loadLibrary([referenceOnly(), join(folder, 'lessons')], folder), used).length;
    };
    expect(await sound('Come on 1 March 2097.')).toBe((await sound('Come on a day in spring.')) - 1);
  });

  it('are pictures with nothing wrong in them, each under its own ending and as it is', () => {
    const names = (readdirSync(packagedLessons, { recursive: true }) as string[]).filter((name) =>
      name.endsWith('.svg'),
    );
    for (const name of names) {
      const bytes = readFileSync(join(packagedLessons, name));
      if (isPackagedPicture('.svg', bytes)) expect(problemOfPicture(name, bytes), name).toBeNull();
      expect(isPackagedPicture('.png', bytes)).toBe(false);
      expect(isPackagedPicture('.svg', Buffer.concat([bytes, Buffer.from('\n')]))).toBe(false);
    }
    expect(names.length).toBeGreaterThan(0);
  });
});

describe('loading a library', () => {
  it('gives findings, never an exception, for any values in the place of a lesson', async () => {
    const folders = fc.sample(
      fc.dictionary(fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), fc.jsonValue({ maxDepth: 2 })),
      25,
    );
    for (const data of folders) {
      const folder = contentWith({ 'ks3/any/ks3-any-1.yaml': JSON.stringify(data) });
      const library = await loadLibrary([`${folder}/lessons`], folder);
      expect(checkLibrary(library).length).toBeGreaterThan(0);
    }
  });
});
