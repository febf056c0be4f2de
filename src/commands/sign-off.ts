import { todayHere } from '../library/dates.js';
import { signOff } from '../sign-off/sign-off.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { exitCodes } from '../terminal/exit-codes.js';
import { result } from '../terminal/streams.js';
import { readLibrary } from './library.js';
import type { GlobalOptions } from './options.js';
import { levelsFrom, readSettings } from './settings.js';

interface SignOffFlags extends GlobalOptions {
  by: string;
}

/** `pshe sign-off`: writes into files who has read them and answers for them. */
export async function signOffCommand(ids: string[], flags: SignOffFlags): Promise<ExitCode> {
  const levels = levelsFrom(await readSettings(flags.content));
  const library = await readLibrary(flags.content);
  const signed = await signOff(library, ids, flags.by, todayHere(), levels);
  for (const { id, file, parts } of signed) {
    result(`${id} is signed off by ${flags.by}: ${parts.length} parts, written into ${file}.\n`);
  }
  result('Any change to what is read or heard of it makes it a draft again; “pshe check” then says what changed.\n');
  return exitCodes.fine;
}
