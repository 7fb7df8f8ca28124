import * as v from 'valibot';
import { commentKinds } from '#lib/domain/hearing/enums.ts';
import { memberName, moment, outcome, place, type Moment } from './shared.ts';

/** What comments and replies have in common. */
export type DemoPost = {
  author: string;
  at: Moment;
  /** Markdown, as it reads after the edit if there was one. */
  body: string;
  /** When the author edited it, and what it said before. */
  edited?: { at: Moment; before: string };
  /** When the author withdrew it; its replies remain. */
  withdrawn?: Moment;
  likes?: string[];
  replies?: DemoPost[];
};

const reply: v.GenericSchema<DemoPost> = v.lazy(() => v.strictObject(postFields));

const postFields = {
  author: memberName,
  at: moment,
  body: v.string(),
  edited: v.optional(v.strictObject({ at: moment, before: v.string() })),
  withdrawn: v.optional(moment),
  likes: v.optional(v.array(memberName)),
  replies: v.optional(v.array(reply))
};

const comment = v.strictObject({
  ...postFields,
  /** Unique in the document; other files refer to it. */
  key: v.string(),
  kind: v.picklist(commentKinds),
  on: v.optional(place),
  /** A proposed wording, which replaces the quote, or the whole block if there is no quote. */
  wording: v.optional(v.string()),
  outcome: v.optional(outcome)
});
export type DemoComment = v.InferOutput<typeof comment>;

/** comments.json: what members say about the version in hearing. */
export const commentsFile = v.array(comment);
