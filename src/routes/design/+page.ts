/** The components are tried with their script. */
export const csr = true;
