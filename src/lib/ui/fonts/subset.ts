/**
 * Makes the woff2 files beside this one from the @fontsource-variable packages. They are made once
 * and committed, so the packages are installed only by the person who makes them again:
 *
 *     npm install --no-save subset-font@2.9.0 @fontsource-variable/source-serif-4@5.3.1 \
 *       @fontsource-variable/atkinson-hyperlegible-next@5.3.0
 *     npm exec -- node src/lib/ui/fonts/subset.ts
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** Danish, English and their neighbours: ASCII and Latin-1 whole, so that no name of a member is in two types. */
const letters = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœıŸ';
/** Dashes, quotation marks, daggers, bullet, ellipsis, per mille, primes, fraction slash, thin spaces, euro, minus. */
const marks = '–—‑‘’‚“”„†‡•…‰′″‹›⁄\u2002\u2003\u2009\u202f€™−';

/** Text is set from 400; nothing on a page is heavier than 700. */
const weights = { min: 400, max: 700, default: 400 };

/** Kerning, ligatures, marks and the figures of the same width that tables and paragraph numbers use. */
const features = ['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];

/** The names that carry copyright and licence: the OFL travels with the file. */
const licenceNames = [0, 13, 14];

await subset('source-serif-4', 'wght-normal', 'source-serif-4');
await subset('source-serif-4', 'wght-italic', 'source-serif-4-italic');
await subset('atkinson-hyperlegible-next', 'wght-normal', 'atkinson-hyperlegible-next');
await copyLicence('source-serif-4');
await copyLicence('atkinson-hyperlegible-next');

async function subset(family: string, style: string, name: string): Promise<void> {
  const whole = await readFile(inPackage(family, `files/${family}-latin-${style}.woff2`));
  const part = await subsetFont(whole, letters + marks, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    keepFeatures: features,
    preserveNameIds: licenceNames,
    noHinting: true
  });
  await writeFile(beside(`${name}.woff2`), part);
  process.stdout.write(`${name}.woff2 ${whole.length} → ${part.length} bytes\n`);
}

async function copyLicence(family: string): Promise<void> {
  await copyFile(inPackage(family, 'LICENSE'), beside(`${family}.OFL.txt`));
}

function inPackage(family: string, path: string): string {
  return require.resolve(`@fontsource-variable/${family}/${path}`);
}

function beside(name: string): URL {
  return new URL(name, import.meta.url);
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, step) => from + step));
}
