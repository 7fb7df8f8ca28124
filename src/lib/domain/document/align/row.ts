export type Relation =
  'unchanged' | 'edited' | 'moved' | 'split' | 'merged' | 'inserted' | 'deleted';

/** Blocks that became of one another, and what happened to them. */
export interface Row {
  /** Places in the old text, from 0, ascending; none when inserted. */
  readonly from: readonly number[];
  /** Places in the new text, from 0, ascending; none when deleted. */
  readonly to: readonly number[];
  /** `moved` also when moved and edited; `split` and `merged` also when moved or edited too. */
  readonly relation: Relation;
  /** Whether it stands elsewhere among its neighbours. */
  readonly moved: boolean;
  /** Whether a reader sees a difference beyond place and cut: words, kind, emphasis, a link. */
  readonly edited: boolean;
  /** How alike both sides are, 0 to 1; 1 for the same words, 0 for inserted and deleted. */
  readonly score: number;
  /** Whether a person need not be asked. */
  readonly sure: boolean;
}

/** What a person has said about two texts. Plain JSON, kept as it is; places from 0. */
export interface Corrections {
  /** Each is one row. With one side empty: inserted or deleted, by a person's word. */
  readonly together?: readonly Together[];
  /** Never in one row. */
  readonly apart?: readonly { readonly from: number; readonly to: number }[];
}

export interface Together {
  readonly from: readonly number[];
  readonly to: readonly number[];
}
