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

/** Returns the milliseconds of processor time of a run of PHP's wikidiff2; undefined without it. */
export function timeOfWikidiff2(from: string, to: string): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'wikidiff2-'));
  try {
    const paths = ['from', 'to'].map((name) => join(folder, name));
    writeFileSync(paths[0]!, from);
    writeFileSync(paths[1]!, to);
    const { status, stdout } = spawnSync('php', ['-r', PHP, '--', ...paths], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
