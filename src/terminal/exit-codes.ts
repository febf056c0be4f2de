/** What the number says with which the tool ends. It depends on the findings alone, never on the form of the output. */
export const exitCodes = {
  /** Nothing was wrong; warnings alone count as nothing. */
  fine: 0,
  /** Findings, a document that failed, or folders that differ. */
  findings: 1,
  /** Wrong words on the command line, or a wrong setting. */
  usage: 2,
  /** The tool can't work: no browser, no disk. */
  unable: 3,
  /** Stopped by a signal: 128 and the signal's number. */
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
