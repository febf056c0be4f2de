import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Levels } from '../check/levels.js';
import { checkLibrary } from '../check/run.js';
import type { Entry, Library } from '../library/library.js';
import { UserError } from '../terminal/errors.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { nearest } from '../terminal/nearest.js';
import type { Parts, Signable } from './parts.js';
import { partsOf, signables } from './parts.js';

/** What was signed off: the file as people see it, and the names of the parts that were read. */
interface Signed {
  id: string;
  file: string;
  parts: string[];
}

/**
 * Signs lessons, sessions or campaigns off: writes into their files who, when, and a check sum of each part. Nothing else
 * in a file changes; where one of them is refused, none is signed.
 * @param by name and role, with a comma between
 * @param on the day, as `2026-11-24`
 * @param levels how much single rules weigh
 * @throws UserError for an unknown id, a file with errors in it, or one that belongs to the installed tool
 */
export async function signOff(
  library: Library,
  ids: readonly string[],
  by: string,
  on: string,
  levels: Levels = {},
): Promise<Signed[]> {
  if (!/^[^,\n]{2,48}, [^\n]{2,48}$/.test(by)) {
    throw new UserError(
      `“${by}” is not a name and a role.`,
      'Write them with a comma, each of at most 48 letters: --by "Amina Osei, safeguarding lead".',
    );
  }
  const entries = ids.map((id) => entryFor(library, id));
  for (const entry of entries) refuse(library, entry, levels);
  const signed = await Promise.all(
    entries.map(async (entry) => {
      const parts = partsOf(library, entry);
      const text = withSignOff(await readFile(entry.source.path, 'utf8'), by, on, parts);
      if (text === null) throw noStatusLine(entry);
      return { entry, parts, text };
    }),
  );
  for (const { entry, text } of signed) await writeFileAtomic(entry.source.path, text);
  return signed.map(({ entry, parts }) => ({ id: entry.value.id, file: entry.source.name, parts: Object.keys(parts) }));
}

function entryFor(library: Library, id: string): Entry<Signable> {
  const all = signables(library);
  const entry = all.find(({ value }) => value.id === id);
  if (entry) return entry;
  const near = nearest(
    id,
    all.map(({ value }) => value.id),
  );
  throw new UserError(
    `There is no lesson, session or campaign “${id}” to sign off.`,
    near ? `Did you mean “${near}”?` : 'See “pshe list” for what there is. Files with mistakes can’t be signed off.',
  );
}

function refuse(library: Library, { value, source }: Entry<Signable>, levels: Levels): void {
  const own = library.folders.at(-1) as string;
  if (!source.path.startsWith(own + sep) || library.folders.length < 2) {
    throw new UserError(
      `“${value.id}” belongs to the library that comes with the tool.`,
      'Copy its file into a lessons/ folder of your own, and sign that off: it lies over the one of the library.',
    );
  }
  const errors = checkLibrary(library, { levels, isWanted: ({ path }) => path === source.path }).filter(
    ({ file, severity }) => file === source.name && severity === 'error',
  );
  if (errors.length > 0) {
    throw new UserError(
      `“${value.id}” has ${errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`} in it and can’t be signed off.`,
      `Run “pshe check ${source.name}”, mend what it says, and read the lesson again.`,
      exitCodes.findings,
    );
  }
}

function noStatusLine({ value, source }: Entry<Signable>): UserError {
  return new UserError(
    `“${value.id}” has no line “status: draft” that a sign-off could take the place of.`,
    `Write it as a line of its own in ${source.name}, without quotation marks round “status”.`,
    exitCodes.findings,
  );
}

/**
 * The text of a file with a sign-off in it, in place of a former one; all other lines stay as they are. Null where no
 * line says what the status is.
 */
function withSignOff(text: string, by: string, on: string, parts: Parts): string | null {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  const kept = lines.filter((_line, index) => !isOfBlock(lines, index, 'sign-off:'));
  const statusLine = /^(status:\s*)(["']?)(?:draft|reviewed)\2(?=\s|$)/;
  const at = kept.findIndex((line) => statusLine.test(line));
  if (at < 0) return null;
  const status = (kept[at] as string).replace(statusLine, '$1reviewed');
  const block = [
    'sign-off:',
    `  by: ${JSON.stringify(by)}`,
    `  on: ${on}`,
    '  read:',
    ...Object.entries(parts).map(([name, digest]) => `    ${JSON.stringify(name)}: ${JSON.stringify(digest)}`),
  ];
  return [...kept.slice(0, at), status, ...block, ...kept.slice(at + 1)].join(end);
}

/** Whether a line is the key of a block at the left edge, or one of the indented lines below it. */
function isOfBlock(lines: readonly string[], index: number, key: string): boolean {
  for (let at = index; at >= 0; at -= 1) {
    const line = lines[at] as string;
    if (line.startsWith(key)) return true;
    if (!/^\s+\S/.test(line)) return false;
  }
  return false;
}
