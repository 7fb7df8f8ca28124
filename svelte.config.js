import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * What a page may load and run: the forum's own, and nothing that a member wrote. Scripts in the
 * page are known by their hash, so that a page can be kept and sent again. Sanitised text holds no
 * style attributes, so those that there are, are ours.
 * @type {import('@sveltejs/kit').KitConfig['csp']}
 */
const csp = {
  mode: 'hash',
  directives: {
    'default-src': ['self'],
    'script-src': ['self'],
    'style-src': ['self'],
    'style-src-attr': ['unsafe-inline'],
    'img-src': ['self', 'data:'],
    'object-src': ['none'],
    'base-uri': ['none'],
    'form-action': ['self'],
    'frame-ancestors': ['none']
  }
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  // Registered by src/lib/ui/client, since no page loads Kit's client.
  // From the root: '../' a hundred times over in a deep address makes headers that nobody takes.
  kit: {
    ...{ adapter: adapter(), csp, paths: { relative: false }, serviceWorker: { register: false } },
    typescript: {
      config: (config) => ({ ...config, include: [...config.include, '../demo/**/*.ts'] })
    }
  }
};
