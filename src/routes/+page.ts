/** Brings the service worker that says so when there is no connection. */
export const csr = true;
