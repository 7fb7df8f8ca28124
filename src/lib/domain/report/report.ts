/** The hearing report as data; filled in below. */
export type Report = { title: string };
