import * as v from 'valibot';
import type { DiscourseProblem, DiscourseProblemName } from './discourse-problems.ts';
import { postShape, type PostShape, type TopicShape } from './discourse-shape.ts';

/**
 * The problem that posts are not in the file, if so. Discourse gives 20 at a time, and only the
 * list of ids tells that there are more.
 */
export function missingPosts({ posts_count, post_stream }: TopicShape): DiscourseProblem[] {
  const here = new Set(post_stream.posts.map((post) => (post as { id?: unknown } | null)?.id));
  const missing =
    post_stream.stream.length > 0
      ? post_stream.stream.filter((id) => !here.has(id)).length
      : posts_count - post_stream.posts.length;
  if (missing <= 0) return [];
  return [{ postNumber: null, problem: 'postsNotIncluded', detail: String(missing) }];
}

/**
 * The posts that a reader of the old forum was shown, by their numbers. What is left out is added
 * to the problems.
 */
export function visiblePosts(topic: TopicShape, problems: DiscourseProblem[]): PostShape[] {
  return withoutUnwanted(parsePosts(topic, problems), problems);
}

function parsePosts(topic: TopicShape, problems: DiscourseProblem[]): PostShape[] {
  const posts: PostShape[] = [];
  for (const source of topic.post_stream.posts) {
    const result = v.safeParse(postShape, source);
    if (result.success) posts.push(result.output);
    else problems.push(unreadable(source, v.getDotPath(result.issues[0])));
  }
  return posts.sort((one, other) => one.post_number - other.post_number || one.id - other.id);
}

function unreadable(source: unknown, part: string | null): DiscourseProblem {
  const number = (source as { post_number?: unknown } | null)?.post_number;
  const postNumber = typeof number === 'number' ? number : null;
  return { postNumber, problem: 'postUnreadable', detail: part ?? '' };
}

/** Without what no reader of the old forum was shown, and without what stands there twice. */
function withoutUnwanted(posts: readonly PostShape[], problems: DiscourseProblem[]): PostShape[] {
  const taken = new Set<number | string>();
  return posts.filter(({ id, post_number, ...post }) => {
    const isTwice = taken.has(post_number) || taken.has(`id ${id}`);
    const problem = isTwice ? 'postDuplicate' : reasonToLeaveOut(post);
    taken.add(post_number).add(`id ${id}`);
    if (problem === null) return true;
    const detail = isTwice ? String(id) : '';
    problems.push({ postNumber: post_number, problem, detail });
    return false;
  });
}

/** Discourse's post types: 1 regular, 2 by a moderator, 3 a small action, 4 a whisper among staff. */
function reasonToLeaveOut(
  post: Omit<PostShape, 'id' | 'post_number'>
): DiscourseProblemName | null {
  if (post.post_type === 3) return 'postOfSystem';
  if (post.post_type === 4) return 'postWhispered';
  if (post.deleted_at !== null || post.user_deleted) return 'postDeleted';
  return post.hidden ? 'postHidden' : null;
}
