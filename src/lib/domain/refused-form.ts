import type { Fields, FieldState } from './merging.ts';
import type { ChangesPage } from './report/changes.ts';

/** A form that was refused, with all that was typed, as its page shows it again. */
export type RefusedForm = {
  /** The name of the form on its page. */
  readonly form: string;
  readonly values: Fields;
  /** A sentence for each invalid field. */
  readonly errors: Readonly<Record<string, string>>;
  /** A sentence for the whole form. */
  readonly refusal: string | null;
  /** The name of the refusal, if the forum refused it. */
  readonly refused: string | null;
  /** What somebody else has saved meanwhile, or null. */
  readonly savedMeanwhile: SavedMeanwhile | null;
};

/** What somebody else has saved since the form was made, to be compared with what was typed. */
export type SavedMeanwhile = {
  readonly revision: number;
  readonly by: string | null;
  readonly at: Date | null;
  readonly fields: readonly DifferingField[];
  /** What the writer typed about things that no longer exist. */
  readonly gone: readonly { field: string; mine: string }[];
};

/** A field that has been changed since the form was made. */
export type DifferingField = {
  readonly field: string;
  /** What it is called, if not by its form: the paragraph that an answer is about. */
  readonly name: string | null;
  readonly state: Exclude<FieldState, 'same'>;
  readonly mine: string;
  readonly theirs: string;
  /** The word diff from the saved text to the typed one, of a long text only. */
  readonly changes: ChangesPage | null;
};

/** A refused form that any page can show and send again. */
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
