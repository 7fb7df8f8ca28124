/** What a fault can tell of itself besides its name. */
type Fault = Error & {
  code?: unknown;
  /** As PGlite calls it, and as postgres.js does. */
  constraint?: unknown;
  constraint_name?: unknown;
  query?: unknown;
  cause?: unknown;
};

/** Faults of the code, whose messages hold names of the code and nothing that a person typed. */
const speakFreely = new Set(['TypeError', 'ReferenceError', 'RangeError', 'ConfigurationError']);

/** As much of a statement as tells which one it is, in characters. */
const longestStatement = 300;

/**
 * Writes to the log what was being done and what failed, without anything personal: of each error
 * and its causes the name, the code, the statement with its values left out, and where in the code
 * it was. Messages of databases and parsers repeat what was typed, so they are left out.
 */
export function logError(doing: string, error: unknown) {
  console.error([doing, ...linesOf(error)].join('\n'));
}

function linesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [`  a thrown ${typeof error}`];
  const { name, message, code, constraint, constraint_name, query, cause, stack } = error as Fault;
  const facts = [
    code,
    constraint ?? constraint_name,
    speakFreely.has(name) ? message : null,
    typeof query === 'string' ? query.slice(0, longestStatement) : null
  ];
  const frames = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const told = facts.filter((fact) => typeof fact === 'string' && fact !== '');
  const own = [`  ${[name, ...told].join(': ')}`, ...frames];
  return cause === undefined ? own : [...own, ...linesOf(cause)];
}
