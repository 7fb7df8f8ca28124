import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

/** The components together, for those who build with them; in production there is no such page. */
export function load() {
  if (!dev) error(404);
}
