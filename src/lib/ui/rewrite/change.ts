import type { Disposition } from '#lib/domain/hearing/enums.ts';

/** What is said of a change beside its text. */
export type ChangeShown = {
  id: string;
  reason: string;
  /** What people call it among the inputs. */
  number: number | null;
  likes: number;
  liked: boolean;
  answer: { disposition: Disposition | null; html: string; referredTo: string } | null;
};
