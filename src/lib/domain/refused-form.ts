import type { Fields, FieldState } from './merging.ts';
import type { ChangesPage } from './report/pages.ts';

/** A form that was refused, as its page is told of it: all that was typed is still there. */
export type RefusedForm = {
  /** Which of the page's forms. */
  readonly form: string;
  readonly values: Fields;
  /** A sentence for each field that was wrong. */
  readonly errors: Readonly<Record<string, string>>;
  /** A sentence for the whole form. */
  readonly refusal: string | null;
  /** The name of the refusal by the forum, if it was one. */
  readonly refused: string | null;
  readonly beside: SavedMeanwhile | null;
};

/** What somebody else has saved since the form was made, to be laid beside what was typed. */
export type SavedMeanwhile = {
  readonly revision: number;
  readonly by: string | null;
  readonly at: Date | null;
  readonly fields: readonly DifferingField[];
  /** The writer's words to what is not there any more. */
  readonly gone: readonly { field: string; mine: string }[];
};

/** A field that was changed since the form was made. */
export type DifferingField = {
  readonly field: string;
  /** What it is called, if not by its form: the paragraph that an answer is about. */
  readonly name: string | null;
  readonly state: Exclude<FieldState, 'same'>;
  readonly mine: string;
  readonly theirs: string;
  /** Of long words: what the writer's change in what is saved. */
  readonly changes: ChangesPage | null;
};

/** A refused form as any page can show it and send it again. */
export type UnsentForm = {
  readonly form: string;
  readonly action: string;
  readonly fields: readonly {
    readonly field: string;
    /** The field's name as it is sent: that of a list ends in `[]`. */
    readonly name: string;
    readonly value: string;
  }[];
  readonly refusal: string | null;
  readonly isLoggedOut: boolean;
};
