import type { ExitCode } from './exit-codes.js';
import { exitCodes } from './exit-codes.js';

/** Something a user can mend: shown as words, never with a stack trace. */
export class UserError extends Error {
  constructor(
    message: string,
    /** How to mend it. */
    readonly hint: string,
    readonly exitCode: ExitCode = exitCodes.usage,
  ) {
    super(message);
  }
}

/** The tool can't do its work on this machine: no browser, a folder that can't be written. */
export class UnableError extends UserError {
  constructor(message: string, hint: string) {
    super(message, hint, exitCodes.unable);
  }
}

/** Whether the system has no room, or no right, for any further file. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * What a user can mend in an error: a mistake of theirs, or a file or folder that the system would not let the tool read or
 * write. Null for anything else, which is a mistake of the tool.
 */
export function asTrouble(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  const { code, syscall, path, dest, message } = error as NodeJS.ErrnoException & { dest?: string };
  if (!code || !syscall) return null;
  const file = dest ?? path ?? 'A file';
  if (isDiskFull(error)) {
    return new UnableError(
      `There is no room to write ${file}: ${message}`,
      'What was there before is still there, and what is done is kept. Make room, and start again.',
    );
  }
  return new UnableError(
    `${file} could not be read or written: ${message}`,
    'See whether it is there, whether another program holds it, and whether you may use it; then try again.',
  );
}
