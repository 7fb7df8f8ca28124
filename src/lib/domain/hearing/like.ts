/** What can be liked. */
export type Likeable = { commentId: string } | { blockId: string } | { changeId: string };
