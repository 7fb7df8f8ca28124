import * as v from 'valibot';
import type { DiscourseProblem, Finding } from './discourse-problems.ts';
import { missingPosts, visiblePosts } from './discourse-selection.ts';
import { topicShape, type PostShape, type TopicShape } from './discourse-shape.ts';
import { readPostText } from './discourse-text.ts';
import { writeEmoji } from './emoji.ts';
import { FileNotJson, FileNotUtf8, NotDiscourseTopic } from './errors.ts';
import { readTextFile } from './text-file.ts';

/** A topic's thread as data, in the order of its numbers. Reading a file twice gives the same. */
export interface DiscourseTopic {
  readonly title: string;
  readonly createdAt: Date;
  readonly posts: readonly DiscoursePost[];
  readonly problems: readonly DiscourseProblem[];
}

export interface DiscoursePost {
  readonly number: number;
  /** `discourse:TOPIC/POST` by Discourse's own ids, which no edit changes. */
  readonly externalId: string;
  readonly author: { readonly username: string; readonly name: string };
  readonly createdAt: Date;
  readonly replyTo: number | null;
  readonly likes: number;
  /** Line ends are line breaks, as in Discourse. */
  readonly markdown: string;
  /** The quoted tail of a mail, as plain text. */
  readonly tail: string | null;
  readonly viaEmail: boolean;
  readonly staff: boolean;
}

/** A topic printed with 1,000 posts, raw and cooked, is about 8 MB. */
export const TOPIC_LIMIT = 20_000_000;

/**
 * Reads a Discourse topic's JSON (`/t/ID.json`, best with `?include_raw=true&print=true`).
 * What cannot be taken as it stands is named in `problems`; a file that is no topic is refused
 * with NotDiscourseTopic, FileNotJson, FileNotUtf8 or what `readTextFile` refuses.
 */
export function readDiscourseTopic(source: Uint8Array | string): DiscourseTopic {
  const topic = parseTopic(source);
  const problems = missingPosts(topic);
  const posts = visiblePosts(topic, problems).flatMap((post) => readPost(post, topic, problems));
  return {
    title: writeEmoji(topic.title.trim()).text,
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

/** Discourse counts each kind of action on a post; 2 is the like. */
function likesOf({ actions_summary }: PostShape): number {
  return actions_summary?.find(({ id }) => id === 2)?.count ?? 0;
}

/** An answer to a post that is not there, or not above it, stands by itself. */
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
