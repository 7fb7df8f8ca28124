import { dev } from '$app/environment';

/**
 * Components are tried with their script while they are made; no page that is served loads Kit's
 * client. Kit leaves out the pages' own small scripts too from a build in which it is sure of that.
 */
export const csr = dev;
