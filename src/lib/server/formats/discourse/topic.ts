import * as v from 'valibot';
import type { DiscourseProblem, Finding } from './problems.ts';
import { findMissingPosts, selectVisiblePosts } from './visible-posts.ts';
import { topicShape, type PostShape, type TopicShape } from './schema.ts';
import { readPostText } from './post-text.ts';
import { replaceShortcodes } from './emoji.ts';
import { FileNotJson, FileNotUtf8, NotDiscourseTopic } from '../files/file-errors.ts';
import { readTextFile } from '../files/text-file.ts';

/**
 * A topic as data, its posts in the order of their numbers. Reading a file twice gives the same
 * result.
 */
export interface DiscourseTopic {
  readonly title: string;
  readonly createdAt: Date;
  readonly posts: readonly DiscoursePost[];
  readonly problems: readonly DiscourseProblem[];
}

export interface DiscoursePost {
  readonly number: number;
  /** `discourse:TOPIC/POST` by Discourse's own ids, which never change. */
  readonly externalId: string;
  readonly author: { readonly username: string; readonly name: string };
  readonly createdAt: Date;
  readonly replyTo: number | null;
  readonly likes: number;
  /** Markdown in which a line end is a line break, as in Discourse. */
  readonly markdown: string;
  /** The quoted tail of an e-mail as plain text. */
  readonly tail: string | null;
  readonly viaEmail: boolean;
  readonly staff: boolean;
}

/**
 * Bytes of the largest file: more than twice a topic with 1,000 posts, raw and cooked, which has 8
 * MB.
 */
const TOPIC_LIMIT = 20_000_000;

/**
 * Returns the topic in Discourse's JSON (`/t/ID.json`, preferably with
 * `?include_raw=true&print=true`). What cannot be imported unchanged is listed in `problems`.
 * Throws NotDiscourseTopic, FileNotJson, FileNotUtf8 or the errors of `readTextFile`.
 */
export function readDiscourseTopic(source: Uint8Array | string): DiscourseTopic {
  const topic = parseTopic(source);
  const problems = findMissingPosts(topic);
  const posts = selectVisiblePosts(topic, problems).flatMap((post) =>
    readPost(post, topic, problems)
  );
  return {
    title: replaceShortcodes(topic.title.trim()).text,
    createdAt: topic.created_at,
    posts: withReplies(posts, problems),
    problems: problems.sort(byPost)
  };
}

function parseTopic(source: Uint8Array | string): TopicShape {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const { text, encoding } = readTextFile(bytes, TOPIC_LIMIT);
  if (encoding === 'windows-1252') throw new FileNotUtf8();
  const result = v.safeParse(topicShape, parseJson(text));
  if (!result.success) throw new NotDiscourseTopic(v.getDotPath(result.issues[0]) ?? '');
  return result.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileNotJson();
  }
}

function readPost(
  post: PostShape,
  topic: TopicShape,
  problems: DiscourseProblem[]
): DiscoursePost[] {
  const { markdown, tail, findings } = readPostText(post);
  const username = post.username?.trim() ?? '';
  const name = post.name?.trim() || username;
  const found: Finding[] = [...findings];
  if (name === '') found.push({ problem: 'authorUnknown', detail: '' });
  problems.push(...found.map((finding) => ({ postNumber: post.post_number, ...finding })));
  if (markdown === '') return [];
  const read = {
    number: post.post_number,
    externalId: `discourse:${topic.id}/${post.id}`,
    author: { username, name },
    createdAt: post.created_at,
    replyTo: post.reply_to_post_number,
    likes: likesOf(post),
    markdown,
    tail,
    viaEmail: post.via_email === true,
    staff: post.staff === true || post.moderator === true || post.admin === true
  };
  return [read];
}

/** Returns the number of likes, which Discourse counts as actions with id 2. */
function likesOf({ actions_summary }: PostShape): number {
  return actions_summary?.find(({ id }) => id === 2)?.count ?? 0;
}

/**
 * Returns the posts with only such `replyTo` as name an earlier post; others are reported as
 * problems.
 */
function withReplies(
  posts: readonly DiscoursePost[],
  problems: DiscourseProblem[]
): DiscoursePost[] {
  const numbers = new Set(posts.map(({ number }) => number));
  return posts.map((post) => {
    const { number, replyTo } = post;
    if (replyTo === null || (numbers.has(replyTo) && replyTo < number)) return post;
    problems.push({ postNumber: number, problem: 'replyToMissing', detail: String(replyTo) });
    return { ...post, replyTo: null };
  });
}

function byPost(one: DiscourseProblem, other: DiscourseProblem): number {
  return (one.postNumber ?? 0) - (other.postNumber ?? 0);
}
