/** A command of the command line. */
export interface Command {
  /** Its line in the list of commands. */
  readonly summary: string;
  /** The text that `--help` prints. */
  readonly usage: string;
  /** Runs the command. Throws BadInput if its arguments cannot be used. */
  run(args: readonly string[]): Promise<void> | void;
}

/** The arguments cannot be used: the program prints the message on one line and ends with 2. */
export class BadInput extends Error {
  override name = 'BadInput';
}

export const BAD_INPUT = 2;
