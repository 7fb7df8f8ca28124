/** Forms and links do all of it: no script is sent. */
export const csr = false;
