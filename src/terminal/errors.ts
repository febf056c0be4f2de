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
