/**
 * No page loads Kit's client: pages are forms and links that work without script, and a client that
 * loads late would wipe what was typed. src/lib/ui/client makes the pages quicker.
 */
export const csr = false;
