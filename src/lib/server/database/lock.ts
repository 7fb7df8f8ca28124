import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Another process has these files open, and two would corrupt them silently. */
export class DirectoryInUse extends Error {
  constructor(directory: string, pid: number) {
    super(
      `The database in ${directory} is in use by process ${pid}. ` +
        'Stop that process first, or set DATA_DIR to another directory.'
    );
    this.name = 'DirectoryInUse';
  }
}

/**
 * Takes the directory for this process alone and returns how to let it go.
 * PGlite's own postmaster.pid is no guard, so the lock is a file of ours that holds our pid.
 * The lock of a process that is gone is taken over. Refuses with DirectoryInUse.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'lydhoer.lock');
  if (!create(file)) {
    const holder = readHolder(file);
    if (holder !== null && holds(holder, file)) throw new DirectoryInUse(directory, holder);
    unlinkSync(file);
    if (!create(file)) throw new DirectoryInUse(directory, readHolder(file) ?? 0);
  }
  heldHere.add(file);
  return () => {
    heldHere.delete(file);
    unlinkSync(file);
  };
}

/** The locks that this process holds. */
const heldHere = new Set<string>();

function create(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): number | null {
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) ? pid : null;
}

/** In a container a restarted server can find its own number in the file: that is no other's. */
function holds(pid: number, file: string): boolean {
  if (pid === process.pid) return heldHere.has(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
