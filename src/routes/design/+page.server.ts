import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

/**
 * The components on one page, for developers. It is not found in production; DESIGN=on shows it in a
 * built forum, for its tests.
 */
export function load() {
  if (!dev && process.env.DESIGN !== 'on') error(404);
}
