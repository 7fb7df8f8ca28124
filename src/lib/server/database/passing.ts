/** The connection was lost, or had been before anything was sent on it: the next try makes another. */
const lostConnection = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  // PostgreSQL's: it was told to end the connection, or crashed.
  '57P01',
  '57P02'
]);

/** PostgreSQL undid the transaction, since it and another waited for each other. */
const clash = new Set(['40P01', '40001']);

/** Whether what failed so, and so kept nothing, may well succeed when it is done again. */
const isPassing = (thrown: unknown): boolean =>
  hasCodeOf(thrown, lostConnection) || hasCodeOf(thrown, clash);

/** As many as there are connections: where all of them were lost, each is found so by a try. */
const mostTries = 10;

/** Until those whose end is on its way are known to be lost, in milliseconds. */
const aMoment = 100;

/**
 * Does the work, and does it again where a passing trouble of the database ended it; `mayRepeat`
 * says whether it has kept nothing yet.
 */
export async function untilPassed<Result>(
  work: () => PromiseLike<Result>,
  mayRepeat: () => boolean = () => true
): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (thrown) {
      if (tries === mostTries || !mayRepeat() || !isPassing(thrown)) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, aMoment));
    }
}

function hasCodeOf(thrown: unknown, codes: ReadonlySet<string>): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ('code' in error && codes.has(String(error.code))) return true;
  return false;
}
