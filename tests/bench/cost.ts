/**
 * The time and the peak memory of one run in a process of its own, with what its garbage takes until
 * it is collected. Node, its compiler and our code have about 90 MB of the memory before any text.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Cost {
  readonly total: number;
  /** The milliseconds of `total` that the alignment took. */
  readonly align?: number;
  /** The peak memory of the process, and what it had been before the texts were made. */
  readonly megabytes: number;
  readonly idle: number;
}

/** The limits for any text of a megabyte. */
const MAX_MS = 1000;
/** Above the idle process. */
const MAX_MB = 120;

/** Runs a file that prints its cost as JSON, and prints the cost in words. */
export function measureApart(file: string, ...names: string[]): void {
  const run = spawnSync(process.execPath, [fileURLToPath(file), ...names], {
    encoding: 'utf8',
    timeout: 120_000
  });
  const name = names.join(', ').padEnd(52);
  if (run.status === 0) console.log(name + told(JSON.parse(run.stdout)));
  else console.log(`${name}FAILED ${run.stderr.slice(-300)}`);
}

function told({ total, align, megabytes, idle }: Cost): string {
  const verdict = total <= MAX_MS && megabytes - idle <= MAX_MB ? '' : '  OVER';
  const part = align === undefined ? '' : `(align ${align.toFixed(0)})`;
  const time = `${total.toFixed(0).padStart(6)} ms ${part}`;
  return `${time.padEnd(26)}${megabytes - idle} MB above ${idle}${verdict}`;
}

/** Returns the processor time of the process, in milliseconds. */
export function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Returns the peak memory of the process, in megabytes. */
export function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
