import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PHP = `
if (!function_exists('wikidiff2_do_diff')) exit(3);
[$from, $to] = [file_get_contents($argv[1]), file_get_contents($argv[2])];
function spent() {
  $usage = getrusage();
  return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3
    + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
}
for ($run = 0; $run < 5; $run++) wikidiff2_do_diff($from, $to, 2);
$start = spent();
for ($runs = 0; spent() - $start < 400; $runs++) wikidiff2_do_diff($from, $to, 2);
echo (spent() - $start) / $runs;
`;

/** Milliseconds of processor time of a run of PHP's wikidiff2. */
export interface Wikidiff2Times {
  /** As Debian sets it: in texts with more than a hundred changes it looks for no moved paragraph. */
  readonly asInstalled: number;
  /** If it looks for moved paragraphs in every text, as Lydhør does. */
  readonly findingMoves: number;
}

/** Returns the times of wikidiff2, or undefined if it is not installed. */
export function timesOfWikidiff2(from: string, to: string): Wikidiff2Times | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'wikidiff2-'));
  try {
    const paths = ['from', 'to'].map((name) => join(folder, name));
    writeFileSync(paths[0]!, from);
    writeFileSync(paths[1]!, to);
    const asInstalled = run(paths);
    const findingMoves = run(paths, '-d', 'wikidiff2.moved_paragraph_detection_cutoff=1000000');
    if (asInstalled === undefined || findingMoves === undefined) return undefined;
    return { asInstalled, findingMoves };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(paths: readonly string[], ...options: string[]): number | undefined {
  const args = [...options, '-r', PHP, '--', ...paths];
  const { status, stdout } = spawnSync('php', args, { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** How it is installed on Debian and Ubuntu. */
export const INSTALLING = 'apt-get install -y php-cli php-wikidiff2';

/** Installs wikidiff2, and says so, or that it could not. */
export function installWikidiff2(): void {
  console.log(`Installing: ${INSTALLING}`);
  const [command, ...args] = INSTALLING.split(' ');
  const { status, error } = spawnSync(command!, args, { stdio: 'inherit' });
  if (status !== 0) console.log(`Could not install it: ${error?.message ?? `exit ${status}`}`);
}
