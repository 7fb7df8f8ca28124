/** Errors whose message was written for the one who starts the forum. */
const told = new Set(['DirectoryInUse', 'ConfigurationError']);

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
 * The sentence that says why the forum does not start and what to do about it: without a stack
 * trace, and without anything of DATABASE_URL but its host. A fault that nobody foresaw is told
 * with its stack, since it is one of ours.
 */
export function startRefusal(error: unknown, asked: { host: string; port: number }): string {
  const failures = withCauses(error);
  for (const failure of failures) {
    if (told.has(failure.name)) return failure.message;
    const sentence = sentences[failure.code ?? '']?.(asked, failure);
    if (sentence) return sentence;
  }
  return `The forum could not start. ${failures[0]?.stack ?? String(error)}`;
}

type Sentence = (asked: { host: string; port: number }, failure: Failure) => string | null;

const unreachable: Sentence = (_, { code }) =>
  `The database at ${databaseHost()} does not answer (${code}). Start it, or set DATABASE_URL to another.`;
const refusedLogin: Sentence = () =>
  `The database at ${databaseHost()} refused the user or the password in DATABASE_URL.`;

const noAddress: Sentence = ({ host }) =>
  `There is no address ${host} on this machine. Set HOST to another.`;
/** A name that nobody knows is the forum's own to listen on, or the database's. */
const unknownName: Sentence = (asked, failure) =>
  (failure.hostname === asked.host ? noAddress : unreachable)(asked, failure);

const notWritable: Sentence = () => 'The directory of DATA_DIR cannot be written to.';
const aFile: Sentence = () => 'DATA_DIR names a file. Set it to a directory.';

/** By the codes of Node and of PostgreSQL. */
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

/** The error, what caused it, and of several at once each of them. */
function withCauses(error: unknown): Failure[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors = [] } = error as Failure;
  return [error as Failure, ...errors.flatMap(withCauses), ...withCauses(cause)];
}
