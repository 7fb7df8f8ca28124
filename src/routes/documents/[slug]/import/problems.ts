import { m } from '#lib/paraglide/messages.js';

/** Something that could not be imported unchanged; `detail` is the text of it. */
export type ImportProblem = {
  readonly postNumber: number | null;
  readonly problem: keyof typeof sentences;
  readonly detail: string;
};

const sentences = {
  postsNotIncluded: m.import_problem_posts_not_included,
  postUnreadable: m.import_problem_post_unreadable,
  postDuplicate: m.import_problem_post_duplicate,
  postEmpty: m.import_problem_post_empty,
  postDeleted: m.import_problem_post_deleted,
  postHidden: m.import_problem_post_hidden,
  postWhispered: m.import_problem_post_whispered,
  postOfSystem: m.import_problem_post_of_system,
  authorUnknown: m.import_problem_author_unknown,
  replyToMissing: m.import_problem_reply_to_missing,
  imageNotIncluded: m.import_problem_image_not_included,
  attachmentNotIncluded: m.import_problem_attachment_not_included,
  relativeLink: m.import_problem_relative_link,
  emojiUnknown: m.import_problem_emoji_unknown,
  quoteUnclosed: m.import_problem_quote_unclosed,
  markupUnread: m.import_problem_markup_unread
};

/** Returns the sentence for the problem, with the number of its post. */
export function problemSentence({ postNumber, problem, detail }: ImportProblem): string {
  const sentence = sentences[problem]({ detail });
  return postNumber === null ? sentence : m.import_problem_at({ number: postNumber, sentence });
}
