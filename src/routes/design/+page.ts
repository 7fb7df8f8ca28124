import { dev } from '$app/environment';

/**
 * In development the components run with Kit's client. In a build no page loads it; if all pages said
 * so with a constant, Kit would leave out our own script (src/lib/ui/client) too.
 */
export const csr = dev;
