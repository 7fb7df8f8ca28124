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

/** Whether a transaction that failed so, and so wrote nothing, may well succeed when it is run again. */
export const isPassing = (thrown: unknown): boolean =>
  isLostConnection(thrown) || hasCodeOf(thrown, clash);

/** Whether the connection to the database was lost under what was asked. */
export const isLostConnection = (thrown: unknown): boolean => hasCodeOf(thrown, lostConnection);

function hasCodeOf(thrown: unknown, codes: ReadonlySet<string>): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ('code' in error && codes.has(String(error.code))) return true;
  return false;
}
