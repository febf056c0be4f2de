/** Options that every command has. */
export interface GlobalOptions {
  content?: string;
  browser?: string;
  quiet?: boolean;
  /** Read where the tool itself has failed. */
  verbose?: boolean;
}
