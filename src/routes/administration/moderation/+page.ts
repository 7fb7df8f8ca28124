/** Forms and a list: nothing here is quicker with script. */
export const csr = false;
