/** The errors whose message is printed as it is. */
const withOwnMessage = new Set(['DirectoryInUse', 'ConfigurationError']);

type Failure = Error & {
  code?: string;
  address?: string;
  port?: number;
  hostname?: string;
  syscall?: string;
  cause?: unknown;
  errors?: unknown[];
};

/**
 * Returns the sentence that says why the forum does not start, and what to do. It has no stack trace
 * and only the host of DATABASE_URL. An unknown error, which is a fault of ours, has its stack.
 */
export function startRefusal(error: unknown, address: { host: string; port: number }): string {
  const failures = withCauses(error);
  for (const failure of failures) {
    if (withOwnMessage.has(failure.name)) return failure.message;
    const sentence = sentences[failure.code ?? '']?.(address, failure);
    if (sentence) return sentence;
  }
  return `The forum could not start. ${failures[0]?.stack ?? String(error)}`;
}

type Sentence = (address: { host: string; port: number }, failure: Failure) => string | null;

const unreachable: Sentence = (_, { code }) =>
  `The database at ${databaseHost()} does not answer (${code}). Start it, or set DATABASE_URL to another.`;
const refusedLogin: Sentence = () =>
  `The database at ${databaseHost()} refused the user or the password in DATABASE_URL.`;

const noAddress: Sentence = ({ host }) =>
  `There is no address ${host} on this machine. Set HOST to another.`;
/** The unknown host is HOST or the database's. */
const unknownName: Sentence = (address, failure) =>
  (failure.hostname === address.host ? noAddress : unreachable)(address, failure);

const notWritable: Sentence = () => 'The directory of DATA_DIR cannot be written to.';
const aFile: Sentence = () => 'DATA_DIR names a file. Set it to a directory.';

/** The sentences by the error codes of Node and PostgreSQL. */
const sentences: Record<string, Sentence> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use. Set PORT to another.`,
  EADDRNOTAVAIL: noAddress,
  EACCES: ({ port }, { port: refused }) =>
    refused
      ? `This user may not listen on port ${port}. Set PORT to one from 1024.`
      : 'This user may not write to the directory of DATA_DIR.',
  ENOTDIR: aFile,
  EEXIST: aFile,
  ENOENT: (_, { syscall }) =>
    syscall === 'mkdir' ? 'The directory of DATA_DIR cannot be made. Set it to another.' : null,
  EROFS: notWritable,
  ENOSPC: () => 'The disk of DATA_DIR is full.',
  ERR_SQLITE_ERROR: notWritable,
  ERR_MODULE_NOT_FOUND: () => 'The forum is not built. Start it with npm start.',
  ECONNREFUSED: unreachable,
  CONNECT_TIMEOUT: unreachable,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  '28P01': refusedLogin,
  '28000': refusedLogin,
  '3D000': () => `The database that DATABASE_URL names does not exist. Create it first.`,
  '42501': () => 'The database user in DATABASE_URL may not make the tables that the forum needs.'
};

function databaseHost(): string {
  const url = URL.parse(process.env.DATABASE_URL ?? '');
  return url?.host || 'DATABASE_URL';
}

/** Returns the error, the errors that it collects, and their causes. */
function withCauses(error: unknown): Failure[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors = [] } = error as Failure;
  return [error as Failure, ...errors.flatMap(withCauses), ...withCauses(cause)];
}
