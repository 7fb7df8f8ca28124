/**
 * The Content-Security-Policy of an answer that brings none of its own, as a page does: a file, a
 * feed, JSON, the error page with its style in it. The service worker asks the forum and nobody else.
 */
export const quietPolicy =
  "default-src 'self'; script-src 'self'; style-src 'unsafe-inline'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
