/** One thing that can be done from the command line. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` after the command prints. */
  readonly usage: string;
  /** Does it. Throws BadInput where what it was given cannot be used. */
  run(args: readonly string[]): Promise<void> | void;
}

/** What was given cannot be used: said in one line, and the program ends with 2. */
export class BadInput extends Error {
  override name = 'BadInput';
}

export const BAD_INPUT = 2;
