import * as v from 'valibot';
import { cleanSource } from '#lib/domain/document/blocks/clean-source.ts';

const text = v.pipe(v.string(), v.transform(cleanSource));
const optionalText = v.optional(v.nullable(text), null);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const flag = v.optional(v.nullable(v.boolean()), false);
const moment = v.pipe(
  v.string(),
  v.check((written) => !Number.isNaN(Date.parse(written))),
  v.transform((written) => new Date(written))
);

/** A topic as Discourse gives it at `/t/ID.json`; each of its posts is looked at by itself. */
export const topicShape = v.object({
  id: count,
  title: text,
  created_at: moment,
  posts_count: v.optional(count, 0),
  post_stream: v.object({ posts: v.array(v.unknown()), stream: v.optional(v.array(count), []) })
});

/** A post, with what is read of it. Older Discourse leaves out most of the flags. */
export const postShape = v.object({
  id: count,
  post_number: count,
  post_type: v.optional(count, 1),
  username: optionalText,
  name: optionalText,
  created_at: moment,
  raw: optionalText,
  cooked: optionalText,
  reply_to_post_number: v.optional(v.nullable(count), null),
  actions_summary: v.optional(
    v.nullable(v.array(v.object({ id: count, count: v.optional(count, 0) }))),
    []
  ),
  via_email: flag,
  staff: flag,
  moderator: flag,
  admin: flag,
  hidden: flag,
  user_deleted: flag,
  deleted_at: v.optional(v.nullable(v.string()), null)
});

export type TopicShape = v.InferOutput<typeof topicShape>;
export type PostShape = v.InferOutput<typeof postShape>;
