import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** The same message modules for the build, the tests and `npm run messages`. */
const messages = paraglideVitePlugin({
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['cookie', 'baseLocale']
});

/** Tests in memory need components, and no Kit: its watchers would keep them from ending. */
const plugins = process.env.VITEST ? [svelte()] : [sveltekit(), messages];

/** A database on a busy machine of two cores takes its time; a test that hangs takes longer. */
const testTimeout = 30_000;

export default defineConfig({
  plugins,
  // Vite knows Node's modules but for those that are only there with their prefix.
  build: { rollupOptions: { external: ['node:sqlite'] } },
  // Drizzle's package.json, 179 KB, is read again for every import of it: a second of each start.
  // Node cannot import htmlparser2 while sanitize-html, which is no module, requires it.
  ssr: { noExternal: ['drizzle-orm', 'htmlparser2'] },
  test: {
    include: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'tests/server/**/*.test.ts'],
    // A worker that keeps its modules from file to file halves the time: PGlite is compiled once.
    isolate: false,
    maxWorkers: 2,
    testTimeout,
    hookTimeout: testTimeout
  }
});
