/** Forms and links do all of it: no script is sent, and none comes late and clears what was typed. */
export const csr = false;
