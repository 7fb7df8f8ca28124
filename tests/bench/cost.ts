/**
 * The time and peak memory of one run in a process of its own. The memory is the whole process's:
 * Node itself, its compiler and our code hold some 90 MB of it before any text.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Cost {
  readonly total: number;
  /** Of it. */
  readonly align?: number;
  readonly megabytes: number;
  readonly before: number;
}

/** What the issue allows. */
const MOST_MS = 1000;
const MOST_MB = 200;

/** Runs a file that prints its cost as JSON, and prints that in words. */
export function measureApart(file: string, ...names: string[]): void {
  const run = spawnSync(process.execPath, [fileURLToPath(file), ...names], {
    encoding: 'utf8',
    timeout: 120_000
  });
  const name = names.join(', ').padEnd(52);
  if (run.status === 0) console.log(name + told(JSON.parse(run.stdout)));
  else console.log(`${name}FAILED ${run.stderr.slice(-300)}`);
}

function told({ total, align, megabytes, before }: Cost): string {
  const verdict = total <= MOST_MS && megabytes <= MOST_MB ? '' : '  OVER';
  const part = align === undefined ? '' : `(align ${align.toFixed(0)})`;
  const time = `${total.toFixed(0).padStart(6)} ms ${part}`;
  return `${time.padEnd(26)}${megabytes} MB (${before} before)${verdict}`;
}

/** Milliseconds on the processor, whatever else the machine does. */
export function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The most memory that the process ever held. */
export function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
