import { openStore } from '../cache/store.js';
import { contentBase, lessonFolders } from '../library/content.js';
import type { Library } from '../library/library.js';
import { loadLibrary } from '../library/load.js';

/**
 * The library of a content folder, for commands that only ask it. Files that were read before are not read again.
 * @param content the value of --content
 * @param today the day to count from, as `2026-11-24`; without it, today
 * @throws UserError when a named folder has no `lessons/`, or one that leads elsewhere
 */
export function readLibrary(content?: string, today?: string): Promise<Library> {
  return loadLibrary(lessonFolders(content), contentBase(content), today, openStore('content'));
}
