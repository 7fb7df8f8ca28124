/** Text first: the page is whole without script, and what makes it quicker is one small file. */
export const csr = false;
