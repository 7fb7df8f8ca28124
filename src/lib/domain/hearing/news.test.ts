import { expect, test } from 'vitest';
import { newsBetween, newsSince, type LiveState } from './news.ts';

test('a reader is told of others’ comments, not of their own and not of those they knew', () => {
  const earlier = state({ comments: [written('one', 'ida', 1)] });
  const later = state({
    revision: 2,
    comments: [written('three', 'ida', 3), written('two', 'bo', 2), written('one', 'ida', 1)]
  });
  expect(newsBetween(earlier, later, 'ida')).toEqual({
    ...{ revision: 2, likes: {} },
    comments: [{ id: 'two', blockId: null }]
  });
});

test('a comment that came back into the newest because a newer was withdrawn is not news', () => {
  const earlier = state({ comments: [written('three', 'bo', 3), written('two', 'bo', 2)] });
  const later = state({ comments: [written('two', 'bo', 2), written('one', 'bo', 1)] });
  expect(newsBetween(earlier, later, null)).toBeNull();
});

test('likes are told where they changed, and the last one taken back as none', () => {
  const earlier = state({ likes: { 'comment:a': 1, 'comment:b': 2, 'block:c': 1 } });
  const later = state({ likes: { 'comment:b': 3, 'block:c': 1 } });
  expect(newsBetween(earlier, later, null)?.likes).toEqual({ 'comment:a': 0, 'comment:b': 3 });
});

test('a reader who comes back is told of everything since their page was made', () => {
  const later = state({ comments: [written('two', 'bo', 20), written('one', 'bo', 10)] });
  expect(newsSince(new Date(20), later, null)?.comments).toEqual([{ id: 'two', blockId: null }]);
});

const written = (id: string, authorId: string, at: number) => ({
  ...{ id, authorId, blockId: null },
  at: new Date(at)
});

const state = ({
  likes = {},
  ...told
}: Partial<Omit<LiveState, 'likes'>> & { likes?: Record<string, number> }): LiveState => ({
  revision: 1,
  access: { id: 'havnen', audience: 'public', state: 'hearing', isPublished: true },
  comments: [],
  ...told,
  likes: new Map(Object.entries(likes))
});
