/** The properties of an error that the log may have besides its name. */
type Fault = Error & {
  code?: unknown;
  /** PGlite's name of it; the next is that of postgres.js. */
  constraint?: unknown;
  constraint_name?: unknown;
  query?: unknown;
  cause?: unknown;
};

/** Errors whose messages have names of the code only, and nothing that a person typed. */
const safeErrors = new Set(['TypeError', 'ReferenceError', 'RangeError', 'ConfigurationError']);

/** Characters of a statement that are enough to recognize it. */
const maxStatementLength = 300;

/**
 * Logs which task failed and why, without personal data: of the error and its causes the name, the
 * code, the statement without its values, and the stack. Messages of databases and parsers repeat
 * what was typed and are left out.
 */
export function logError(task: string, error: unknown) {
  console.error([task, ...describeError(error)].join('\n'));
}

function describeError(error: unknown): string[] {
  if (!(error instanceof Error)) return [`  a thrown ${typeof error}`];
  const { name, message, code, constraint, constraint_name, query, cause, stack } = error as Fault;
  const facts = [
    code,
    constraint ?? constraint_name,
    safeErrors.has(name) ? message : null,
    typeof query === 'string' ? query.slice(0, maxStatementLength) : null
  ];
  const frames = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const told = facts.filter((fact) => typeof fact === 'string' && fact !== '');
  const own = [`  ${[name, ...told].join(': ')}`, ...frames];
  return cause === undefined ? own : [...own, ...describeError(cause)];
}
