import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../terminal/errors.js';

const run = promisify(execFile);

/** The folder with `.git` in it that a folder lies in; null outside of a repository. */
function repositoryRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/**
 * Gives the paths of a content folder as they count from the root of its repository, with forward slashes; absolute
 * ones stay as they are.
 */
export function pathsFromRoot(folder: string): (file: string) => string {
  const prefix = relative(repositoryRoot(folder) ?? folder, folder)
    .split(sep)
    .filter(Boolean);
  return (file) => (isAbsolute(file) ? file : [...prefix, file].join('/'));
}

/** What is different from a commit. */
export interface Changes {
  /** Absolute paths of files that were changed, added or deleted. */
  paths: string[];
  /** What a file was in the commit; null where it was not there. */
  before(path: string): Promise<string | null>;
}

/**
 * What the files of a repository are different in from a commit, whether that has been committed or not. For a branch
 * that went on by itself, its last common commit counts: what others did is not this change.
 * @param folder a folder in the repository
 * @param ref a commit, branch or tag
 * @throws UserError outside of a repository, or where the commit is not there
 */
export async function changesSince(folder: string, ref: string): Promise<Changes> {
  const git = async (...words: string[]) =>
    (await run('git', words, { cwd: folder, maxBuffer: 256 * 1024 * 1024 })).stdout;
  const root = await git('rev-parse', '--show-toplevel').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new UserError('--changed needs Git, which is not installed here.', 'Without --changed everything is checked.')
      : new UserError(`${folder} is not in a Git repository.`, 'Without --changed everything is checked.');
  });
  const top = root.trimEnd();
  const commit = await git('merge-base', '--', ref, 'HEAD').catch(async () => {
    const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
    throw shallow
      ? new UserError(
          `This clone has only part of the history, so that “${ref}” can’t be compared with.`,
          'Fetch all of it: “fetch-depth: 0” for actions/checkout, or git fetch --unshallow.',
        )
      : new UserError(
          `“${ref}” is no commit of this repository.`,
          'Name a commit, a branch or a tag behind --changed, such as main or HEAD~1.',
        );
  });
  const options = ['--name-only', '--no-renames', '--no-ext-diff', '-z'];
  const lists = await Promise.all([
    git('-C', top, 'diff', ...options, commit.trim()),
    git('-C', top, 'ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  return {
    paths: lists.flatMap((list) => list.split('\0').filter(Boolean)).map((name) => join(top, name)),
    before: (path) => git('show', `${commit.trim()}:${relative(top, path).split(sep).join('/')}`).catch(() => null),
  };
}
