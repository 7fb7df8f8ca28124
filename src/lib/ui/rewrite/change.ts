import type { Disposition } from '#lib/domain/hearing/enums.ts';

/** What is shown beside the text of a change. */
export type RewriteChange = {
  id: string;
  reason: string;
  /** Its number among the document's inputs; null if it has none. */
  number: number | null;
  likes: number;
  liked: boolean;
  answer: { disposition: Disposition | null; html: string; referredTo: string } | null;
};
