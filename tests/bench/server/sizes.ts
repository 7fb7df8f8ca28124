import { brotliDecompressSync } from 'node:zlib';
import { ask, type Answer } from './load.ts';

/** The limits for the document's page with all its files, compressed, in KB. */
const max = { script: 48, all: 128 };

/** Prints the size of what a first visit fetches, compressed, in KB. */
export async function printSizes(url: string, page: Answer) {
  const html = brotliDecompressSync(page.body).toString();
  const weights = { HTML: page.body.length, CSS: 0, script: 0, fonts: 0 };
  for (const path of linked(html, page.headers.link ?? '')) {
    const { body } = await ask(url, { path });
    if (path.endsWith('.css')) weights.CSS += body.length;
    else if (path.endsWith('.js')) weights.script += body.length;
    else if (path.endsWith('.woff2')) weights.fonts += body.length;
  }
  const all = Object.values(weights).reduce((sum, each) => sum + each, 0);
  const told = Object.entries(weights).map(([name, bytes]) => `${name} ${kilobytes(bytes)}`);
  console.log(
    `  ${told.join(', ')}; all ${kilobytes(all)} KB (at most ${max.script} of script, ${max.all} in all)`
  );
  console.log(`  ${(html.length / 1024).toFixed(0)} KB of HTML before compression`);
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);

/** Returns the files that the page names in its head and in its headers. */
function linked(html: string, header: string | string[]): Set<string> {
  const named = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|woff2))"/g)];
  const ahead = [...String(header).matchAll(/<([^>]+\.(?:css|js|woff2))>/g)];
  return new Set(
    [...named, ...ahead].map(([, path]) => new URL(path!, 'http://here/documents/').pathname)
  );
}
