import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

/**
 * The components together, for those who build with them; in production there is no such page.
 * DESIGN=on shows it in a built forum too, where its tests look at it.
 */
export function load() {
  if (!dev && process.env.DESIGN !== 'on') error(404);
}
