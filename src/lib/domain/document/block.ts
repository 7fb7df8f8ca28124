/** The kinds of block a policy text is made of. */
export type BlockKind =
  'heading' | 'paragraph' | 'listItem' | 'quotation' | 'table' | 'code' | 'footnote' | 'image';

/**
 * The unit that is numbered, linked to, commented on and rewritten.
 * A block is immutable: an edit makes another block.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Of headings 1 to 6; of list items the depth of nesting, from 0; otherwise 0. */
  readonly level: number;
  /**
   * Of list items `-` or `3.`, as written, and empty for a further paragraph of an item; of
   * footnotes their label; otherwise empty.
   */
  readonly marker: string;
  /** What a reader sees, without marks. Alignment and word diff compare it. */
  readonly text: string;
  /**
   * The block's own source with its mark (`## `, `- `, `> `, `[^1]: `) and without the indentation
   * of its list. Parsed alone it is this block again, apart from the depth in a list.
   */
  readonly markdown: string;
}
