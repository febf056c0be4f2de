import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, temporaryFolder } from '../helpers/folders.js';
import { freshCache } from '../helpers/fresh-cache.js';
import { root } from '../helpers/pshe.js';

/** Whether disks of a size may be made here, seen by one process and its children alone. */
const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-Urm', 'sh', '-c', 'mount -t tmpfs -o size=100k tmpfs /tmp']).status === 0;

const tool = `"${process.execPath}" "${join(root, 'bin/pshe.js')}"`;
const build = `${tool} build ks4-gallery-1 --kind answers,cards,slides --content "${fixture('gallery')}" --jobs 1`;

/** Runs lines of shell that may mount disks; what they leave in the folder `kept` stays. */
function shell(lines: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const all = { ...process.env, PSHE_CACHE: freshCache(), NO_COLOR: '1', ...env };
  return execFileSync('unshare', ['-Urm', 'sh', '-c', lines.join('\n')], { env: all, encoding: 'utf8' });
}

/** A full disk at a folder, with this many kilobytes left. */
const disk = (folder: string, size: number) => [
  `mount -t tmpfs -o size=20m tmpfs "${folder}"`,
  `head -c $((20 * 1024 * 1024 - ${size} * 1024)) /dev/zero > "${folder}/other"`,
];

describe.runIf(mayMount)('a disk that is full', () => {
  const folder = temporaryFolder();
  const [full, kept] = ['full', 'kept'].map((name) => join(folder, name)) as [string, string];
  for (const name of [full, kept]) mkdirSync(name);
  const state = (name: string) => {
    const path = join(kept, name);
    return Object.fromEntries(readdirSync(path).map((file) => [file, readFileSync(join(path, file), 'latin1')]));
  };

  it('ends a build with the name of the file, keeps what was there and what is done, and is nothing to the next one', () => {
    const said = shell([
      `mount -t tmpfs -o size=20m tmpfs "${full}"`,
      `${build} --out "${full}" --kind answers > /dev/null 2>&1`,
      `cp -r "${full}" "${kept}/before"`,
      `head -c $((20 * 1024 * 1024 - 100 * 1024)) /dev/zero > "${full}/other"`,
      `${build} --out "${full}" --force 2>&1; echo "It ended with $?."`,
      `rm "${full}/other"`,
      `cp -r "${full}" "${kept}/full"`,
      `${build} --out "${full}" 2>&1; echo "It ended with $?."`,
      `cp -r "${full}" "${kept}/after"`,
    ]);
    expect(said).toContain(`There is no room to write ${join(full, 'ks4-gallery-1-')}`);
    expect(said).toContain('Make room, and start again.\nIt ended with 3.');
    expect(said).toMatch(/It ended with 0\.\s*$/);
    const [before, then, after] = ['before', 'full', 'after'].map(state) as [State, State, State];
    expect(Object.keys(then).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const [name, bytes] of Object.entries(then))
      if (name.endsWith('.pdf')) expect(bytes, name).toMatch(/%%EOF\s*$/);
    expect(then['manifest.json']).toBe(before['manifest.json']);
    expect(then['ks4-gallery-1-answers.pdf']).toBe(before['ks4-gallery-1-answers.pdf']);
    expect(Object.keys(after)).toContain('ks4-gallery-1-slides.pdf');
    expect(JSON.parse(after['manifest.json'] as string).documents).toHaveLength(Object.keys(after).length - 1);
  });

  it('is nothing to a build whose cache lies there, and is not made fuller', () => {
    const cache = freshCache();
    const link = readdirSync(cache)[0] as string;
    const said = shell(
      [
        ...disk(full, 4),
        `cp -P "${join(cache, link)}" "${full}"`,
        `${build} --out "${kept}/cache" 2>&1; echo "It ended with $?."`,
        `find "${full}" -name "*.part"`,
      ],
      { PSHE_CACHE: full },
    );
    expect(said).toMatch(/It ended with 0\.\s*$/);
    expect(said).not.toContain('.part');
    expect(Object.keys(state('cache'))).toContain('ks4-gallery-1-slides.pdf');
  });

  it('is named where the browser has no room for its own files', () => {
    const said = shell([...disk(full, 0), `${build} --out "${kept}/temporary" 2>&1; echo "It ended with $?."`], {
      TMPDIR: full,
    });
    expect(said).toContain(`no room in the folder for temporary files, ${full}`);
    expect(said).toMatch(/It ended with 3\.\s*$/);
  });

  it('is named where the browser that comes with the tool does not fit', () => {
    const said = shell(
      [...disk(full, 4000), `${build} --out "${kept}/browser" 2>&1; echo "It ended with $?."; ls "${full}"/*`],
      {
        PSHE_CACHE: full,
      },
    );
    expect(said).toContain('can’t be unpacked into');
    expect(said).toContain('It ended with 3.');
    expect(said).not.toContain('browser-');
  });
});

describe.runIf(process.platform === 'linux')('a folder that may not be written', () => {
  it('is named before any work', () => {
    const [out, home] = [temporaryFolder(), temporaryFolder()];
    chmodSync(out, 0o555);
    // To root nothing is forbidden.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    if (nobody.uid) chownSync(home, nobody.uid, nobody.gid);
    const words = ['bin/pshe.js', 'build', 'ks4-gallery-1', '--content', fixture('gallery'), '--out', out];
    const env = { ...process.env, HOME: home, PSHE_CACHE: join(home, 'cache'), NO_COLOR: '1' };
    const { status, stderr } = spawnSync(process.execPath, words, { ...nobody, cwd: root, env, encoding: 'utf8' });
    expect(stderr).toContain(`The output folder ${out} can’t be written: EACCES`);
    expect(stderr).toContain('Choose another folder with --out');
    expect(status).toBe(3);
  });
});

type State = Record<string, string>;
