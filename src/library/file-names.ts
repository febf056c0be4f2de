/** Why a file can’t lie on every computer, and the part of its path, or the other file, that is meant. */
export interface NameProblem {
  path: string;
  problem: 'reserved' | 'letters' | 'ending' | 'long' | 'alike';
  what: string;
}

/**
 * Names that Windows keeps for devices, with any ending.
 * Source: Microsoft, “Naming Files, Paths, and Namespaces”.
 */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Characters that no file has on Windows; the source is the same. */
const letters = /[<>:"\\|?*]/;

/**
 * The longest path below the content folder, in characters: of the 260 that many programs on Windows can read, it leaves 80
 * for where that folder lies, such as a shared drive.
 */
export const longestPath = 180;

/**
 * Files that can’t lie on every computer that a folder may be copied to or checked out on.
 * @param paths all files of a folder, relative to it, with forward slashes
 */
export function nameProblems(paths: readonly string[]): NameProblem[] {
  const spelled = new Map<string, string>();
  return paths.flatMap((path) => {
    const problem = partProblem(path) ?? alike(path, spelled);
    if (problem) return [{ path, ...problem }];
    return path.length > longestPath ? [{ path, problem: 'long', what: String(path.length) }] : [];
  });
}

type Problem = Pick<NameProblem, 'problem' | 'what'>;

function partProblem(path: string): Problem | null {
  for (const part of path.split('/')) {
    if (reserved.test(part)) return { problem: 'reserved', what: part };
    const letter = letters.exec(part)?.[0];
    if (letter) return { problem: 'letters', what: letter };
    if (/[. ]$/.test(part)) return { problem: 'ending', what: part };
  }
  return null;
}

/** Windows and macOS take names for one that differ only in capitals, or in how an accent is put together. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The first spelling of a file, or of a folder it lies in, that would be the same file there. */
function alike(path: string, spelled: Map<string, string>): Problem | null {
  const parts = path.split('/');
  const ways = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
  const other = ways.map((way) => spelled.get(folded(way))).find((found, index) => found && found !== ways[index]);
  for (const way of ways) if (!spelled.has(folded(way))) spelled.set(folded(way), way);
  return other ? { problem: 'alike', what: other } : null;
}

/** A title as the name of a file or folder that any computer can have: without what Windows forbids. */
export function asFileName(title: string): string {
  const plain = title
    .normalize('NFC')
    // Programs that unpack do not all know letters beyond those of English.
    .replace(/[’‘]/g, "'")
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return reserved.test(plain) || plain === '' ? `${plain} -`.trim() : plain;
}
