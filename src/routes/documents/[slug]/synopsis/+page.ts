/** A table does all of it: no script is sent. */
export const csr = false;
