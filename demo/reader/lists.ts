import type { DemoComment, DemoPost } from './comments.ts';
import type { DemoContent, DemoDocument, DemoHearing } from './read.ts';

/** Returns every round of every document, with a name for the title of a test. */
export const listRounds = ({ documents }: DemoContent) =>
  documents.flatMap((document) =>
    document.hearings.map((hearing) => ({
      name: `${document.slug}, round ${hearing.round}`,
      document,
      hearing
    }))
  );

/** Returns every comment and reply of the document, including those to a call for input. */
export function listPosts(document: DemoDocument): DemoPost[] {
  const comments = document.hearings.flatMap((hearing) => hearing.comments);
  return [...callInputs(document), ...comments].flatMap(withReplies);
}

/** Returns the post and all replies below it. */
export function withReplies(post: DemoPost): DemoPost[] {
  return [post, ...(post.replies ?? []).flatMap(withReplies)];
}

/** Returns the inputs to the document's call for input. */
export function callInputs(document: DemoDocument): readonly DemoComment[] {
  return document.call?.inputs ?? [];
}

/** Returns the comments, remarks and letters of a round: every input but the changes of rewrites. */
export function inputs({ comments, meetings, letters }: DemoHearing) {
  return [...comments, ...meetings.flatMap((meeting) => meeting.remarks ?? []), ...letters];
}
