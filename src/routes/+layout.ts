/**
 * Pages are forms and links, whole without script; one that loads late would wipe what was typed.
 * A page that script makes quicker asks for it, or brings its own small file.
 */
export const csr = false;
