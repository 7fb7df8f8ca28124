/** What happened to the blocks of a row. */
export type Relation =
  'unchanged' | 'edited' | 'moved' | 'split' | 'merged' | 'inserted' | 'deleted';

/** Blocks of both texts that belong together, and what happened to them. */
export interface Row {
  /** Places in the text compared from, counted from 0, ascending; none if inserted. */
  readonly from: readonly number[];
  /** Places in the text compared to, counted from 0, ascending; none if deleted. */
  readonly to: readonly number[];
  /** `moved` also if edited; `split` and `merged` also if moved or edited. */
  readonly relation: Relation;
  /** Whether it left its place among the other blocks. */
  readonly moved: boolean;
  /** Whether a reader sees a difference beyond place and cuts: words, kind, emphasis, a link. */
  readonly edited: boolean;
  /** How alike both sides are, 0 to 1: 1 for the same words, 0 for inserted and deleted. */
  readonly score: number;
  /** Whether the engine is sure, so that no person need be asked. */
  readonly sure: boolean;
}

/** What a person has said about two texts: plain JSON, stored as it is; places from 0. */
export interface Corrections {
  /** Each is one row. With one side empty the blocks were inserted or deleted. */
  readonly together?: readonly Together[];
  /** Pairs that are never in one row. */
  readonly apart?: readonly { readonly from: number; readonly to: number }[];
}

/** Blocks that a person has said belong together. */
export interface Together {
  readonly from: readonly number[];
  readonly to: readonly number[];
}
