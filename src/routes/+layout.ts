/**
 * Pages are forms and links, whole without script; one that loads late would wipe what was typed.
 * A page that script makes quicker brings its own small file.
 */
export const csr = false;
