/**
 * Runs the measurements. Run: npm run bench [-- PART …]. With --install it first installs wikidiff2,
 * beside which the engine is measured, as root on Debian or Ubuntu.
 */
import { parseArgs } from 'node:util';
import { measureAlignment } from './alignment-quality.ts';
import { measureDiffQuality } from './diff-quality.ts';
import { measureEngine } from './engine.ts';
import { measureQuoteQuality } from './quote-quality.ts';
import { measureComparisons } from './server/comparisons.ts';
import { measureServer } from './server/main.ts';
import { installWikidiff2 } from './wikidiff2.ts';
import { measureWorstCases } from './worst-cases.ts';
import { measureWorstSources } from './worst-sources.ts';

/** The parts by name: add a line to add a part. */
const parts: Record<string, () => Promise<void> | void> = {
  alignment: measureAlignment,
  words: measureDiffQuality,
  quotes: measureQuoteQuality,
  engine: measureEngine,
  worst: measureWorstCases,
  reading: measureWorstSources,
  server: measureServer,
  comparisons: measureComparisons
};

const { values, positionals: asked } = parseArgs({
  options: { install: { type: 'boolean' } },
  allowPositionals: true
});
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
if (values.install) installWikidiff2();
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  await measure();
}
