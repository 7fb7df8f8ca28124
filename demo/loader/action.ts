import type { Context } from '#lib/server/access/context.ts';

/** Something that a member does with one of the forum's commands. */
export type Action = {
  at: Date;
  /** The name of the member. */
  by: string;
  run(context: Context): Promise<unknown>;
};

/** Returns the actions by time; those of the same time keep their order. */
export const inOrder = (actions: Action[]): Action[] =>
  actions.toSorted((one, other) => one.at.getTime() - other.at.getTime());
