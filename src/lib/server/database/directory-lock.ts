import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the database files open; two would corrupt them without noticing. */
export class DirectoryInUse extends Error {
  constructor(directory: string, holder: string) {
    super(
      `The database in ${directory} is in use by ${holder}. ` +
        'Stop that process first, or set DATA_DIR to another directory.'
    );
    this.name = 'DirectoryInUse';
  }
}

/** Locked by an exclusive transaction; it has no content. */
const lockFile = 'lydhoer.lock.sqlite';

/** Names the process that holds the lock, for the error message. */
const holderFile = 'lydhoer.lock';

/**
 * Locks the directory for this process and returns a function that unlocks it. The lock is an
 * exclusive SQLite transaction: the system releases it when the process ends in any way, and it
 * holds between containers that share a volume but not their process numbers. Throws
 * DirectoryInUse.
 */
export function lockDirectory(directory: string): () => void {
  makeDirectory(resolve(directory));
  const holder = join(directory, holderFile);
  const lock = tryLock(join(directory, lockFile));
  if (!lock) throw new DirectoryInUse(directory, readHolder(holder));
  writeFileSync(holder, `process ${process.pid} on ${hostname()}`);
  return () => {
    rmSync(holder, { force: true });
    lock.close();
  };
}

/**
 * Makes the directory and its missing parents. Node's recursive mkdir never ends where none can be
 * made, as in /proc.
 */
function makeDirectory(directory: string) {
  if (isDirectory(directory)) return;
  const above = dirname(directory);
  if (!existsSync(above)) makeDirectory(above);
  try {
    mkdirSync(directory);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isDirectory(directory)) throw error;
  }
}

const isDirectory = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Returns the open transaction, or null if another process holds one. A file that is not an SQLite
 * database is replaced.
 */
function tryLock(file: string): DatabaseSync | null {
  try {
    return beginExclusive(file);
  } catch (error) {
    if (codeOf(error) === busy) return null;
    if (codeOf(error) !== notADatabase) throw error;
    rmSync(file);
    return beginExclusive(file);
  }
}

function beginExclusive(file: string): DatabaseSync {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const busy = 5;
const notADatabase = 26;

const codeOf = (error: unknown) => (error as { errcode?: number }).errcode;

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, 200).trim() || 'another process';
  } catch {
    return 'another process';
  }
}
