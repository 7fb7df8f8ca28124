import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has these files open, and two would corrupt them silently. */
export class DirectoryInUse extends Error {
  constructor(directory: string, holder: string) {
    super(
      `The database in ${directory} is in use by ${holder}. ` +
        'Stop that process first, or set DATA_DIR to another directory.'
    );
    this.name = 'DirectoryInUse';
  }
}

/** Locked by an exclusive transaction; what it holds is never read. */
const lockFile = 'lydhoer.lock.sqlite';

/** Who holds the lock, in words, for the one who is refused. */
const holderFile = 'lydhoer.lock';

/**
 * Takes the directory for this process alone and returns how to let it go. The lock is an exclusive
 * SQLite transaction on a file: the system releases it with the process, however that ends, and
 * keeps it between containers that share a volume but not their process numbers. Refuses with
 * DirectoryInUse, which names the holder.
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
 * Makes the directory and those above it that are not there. Node's own way never ends where the
 * system makes none, as in /proc.
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

/** The open transaction, or null where another holds one. A file that SQLite does not know is no lock. */
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
