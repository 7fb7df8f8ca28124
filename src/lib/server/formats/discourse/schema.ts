import * as v from 'valibot';
import { cleanSource } from '#lib/domain/document/blocks/source.ts';
import { parseMoment } from '#lib/domain/time.ts';

const text = v.pipe(v.string(), v.transform(cleanSource));
const optionalText = v.optional(v.nullable(text), null);
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** At most the largest integer of the database. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const flag = v.optional(v.nullable(v.boolean()), false);
const moment = v.pipe(v.string(), v.transform(parseMoment), v.date());

/** A topic as Discourse exports it at `/t/ID.json`; its posts are parsed one by one. */
export const topicShape = v.object({
  id,
  title: text,
  created_at: moment,
  posts_count: v.optional(count, 0),
  post_stream: v.object({ posts: v.array(v.unknown()), stream: v.optional(v.array(id), []) })
});

/** The properties of a post that are read. Older versions of Discourse omit most of the flags. */
export const postShape = v.object({
  id,
  post_number: id,
  post_type: v.optional(count, 1),
  username: optionalText,
  name: optionalText,
  created_at: moment,
  raw: optionalText,
  cooked: optionalText,
  reply_to_post_number: v.optional(v.nullable(id), null),
  actions_summary: v.optional(
    v.nullable(v.array(v.object({ id, count: v.optional(count, 0) }))),
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
