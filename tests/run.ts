import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfChanged } from '../src/build.ts';
import { findChromium } from './support/chromium.ts';

/**
 * Everything that must hold, in the order in which a failure is cheapest to find. Ends with the
 * number of tests that passed and failed. `node tests/run.ts server` runs the server's alone, and
 * `node tests/run.ts fuzz` the fuzz test for long, from a seed of the moment.
 */

const bin = 'node_modules';
const results = 'test-results';
const only = process.argv[2];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
if (!only) process.env.CHROMIUM_PATH = findChromium();

type Script = [script: string, ...words: string[]];
const checks: [name: string, script: string, ...words: string[]][] = [
  ['messages', `${bin}/@inlang/paraglide-js/bin/run.js`, ...paraglide()],
  ['types for routes', `${bin}/@sveltejs/kit/svelte-kit.js`, 'sync'],
  ['types', `${bin}/svelte-check/bin/svelte-check`, '--fail-on-warnings', '--output', 'human'],
  ['import rules and lint', `${bin}/eslint/bin/eslint.js`, '.'],
  ['styles', `${bin}/stylelint/bin/stylelint.mjs`, 'src/**/*.{css,svelte}'],
  ['dead code', `${bin}/knip/bin/knip.js`, '--no-progress'],
  ['format', `${bin}/prettier/bin/prettier.cjs`, '--check', '--log-level', 'warn', '.']
];
const vitest: Script = [`${bin}/vitest/vitest.mjs`, 'run', '--reporter=default', '--reporter=json'];
const browser: Script = [
  `${bin}/@playwright/test/cli.js`,
  'test',
  '-c',
  'tests/playwright.config.ts'
];

if (only === 'server') {
  buildIfChanged();
  run('tests on the server', ...vitest, `--outputFile=${results}/vitest.json`, 'tests/server');
} else if (only === 'fuzz') {
  process.env.FUZZ_SECONDS ??= '600';
  process.env.FUZZ_SEED ??= String(Math.floor(Date.now() / 1000));
  const file = 'tests/server/fuzz.test.ts';
  run('the fuzz test', ...vitest, `--outputFile=${results}/vitest.json`, file);
} else {
  for (const [name, script, ...words] of checks) run(name, script, ...words);
  buildIfChanged();
  run('tests in memory and on the server', ...vitest, `--outputFile=${results}/vitest.json`);
  run('tests in a browser', ...browser);
}
console.log(`\n${passed(0)} passed, 0 failed`);

function paraglide() {
  const { messages } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
  return (messages as string).split(' ').slice(1);
}

function run(name: string, script: string, ...words: string[]) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' });
  if (status === 0) return;
  console.log(`\n${passed(0)} passed, ${Math.max(failed(), 1)} failed: ${name}`);
  process.exit(1);
}

type Counts = { passed: number; failed: number };

function passed(otherwise: number): number {
  return vitestCounts().passed + browserCounts().passed || otherwise;
}

function failed(): number {
  return vitestCounts().failed + browserCounts().failed;
}

function vitestCounts(): Counts {
  const { numPassedTests = 0, numFailedTests = 0 } = readResults('vitest.json');
  return { passed: numPassedTests, failed: numFailedTests };
}

function browserCounts(): Counts {
  const { expected = 0, unexpected = 0 } = readResults('browser.json').stats ?? {};
  return { passed: expected, failed: unexpected };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- two runners' own shapes
function readResults(file: string): any {
  try {
    return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
  } catch {
    return {};
  }
}
