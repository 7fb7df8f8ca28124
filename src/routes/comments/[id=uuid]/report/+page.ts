/** One form: nothing here is quicker with script. */
export const csr = false;
