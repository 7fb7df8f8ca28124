import * as v from 'valibot';
import type { DiscourseProblem, DiscourseProblemName } from './problems.ts';
import { postShape, type PostShape, type TopicShape } from './schema.ts';

/**
 * Returns a problem if the file lacks posts of the topic: Discourse exports 20 at a time with a
 * list of all ids.
 */
export function findMissingPosts({ posts_count, post_stream }: TopicShape): DiscourseProblem[] {
  const here = new Set(post_stream.posts.map((post) => (post as { id?: unknown } | null)?.id));
  const missing =
    post_stream.stream.length > 0
      ? post_stream.stream.filter((id) => !here.has(id)).length
      : posts_count - post_stream.posts.length;
  if (missing <= 0) return [];
  return [{ postNumber: null, problem: 'postsNotIncluded', detail: String(missing) }];
}

/**
 * Returns the posts that readers of the old forum could see, by their numbers. Those left out are
 * added to `problems`.
 */
export function selectVisiblePosts(topic: TopicShape, problems: DiscourseProblem[]): PostShape[] {
  return dropUnwanted(parsePosts(topic, problems), problems);
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

/**
 * Returns the posts without duplicates and without those that readers could not see; the others are
 * added to `problems`.
 */
function dropUnwanted(posts: readonly PostShape[], problems: DiscourseProblem[]): PostShape[] {
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

/**
 * Returns why a post is left out, or null. Discourse's post types: 1 regular, 2 by a moderator, 3 a
 * small action, 4 a whisper among staff.
 */
function reasonToLeaveOut(
  post: Omit<PostShape, 'id' | 'post_number'>
): DiscourseProblemName | null {
  if (post.post_type === 3) return 'postOfSystem';
  if (post.post_type === 4) return 'postWhispered';
  if (post.deleted_at !== null || post.user_deleted) return 'postDeleted';
  return post.hidden ? 'postHidden' : null;
}
