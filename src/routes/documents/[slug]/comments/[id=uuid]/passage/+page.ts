/** Steps from change to change are made by script. */
export const csr = true;
