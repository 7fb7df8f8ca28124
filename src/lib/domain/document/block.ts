/** The kinds of block a policy text is made of. */
export type BlockKind =
  'heading' | 'paragraph' | 'listItem' | 'quotation' | 'table' | 'code' | 'footnote' | 'image';

/**
 * The unit that is numbered, linked to, commented on and rewritten.
 * A block is immutable: an edit makes another block.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Headings: 1 to 6. List items: how deep they are nested, from 0. Otherwise 0. */
  readonly level: number;
  /**
   * List items: `-` or `3.`, as written; empty where an item goes on after its first paragraph.
   * Footnotes: their label. Otherwise empty.
   */
  readonly marker: string;
  /** What a reader sees, without marks; the text that alignment and word diff compare. */
  readonly text: string;
  /**
   * The block's own source with its mark (`## `, `- `, `> `, `[^1]: `) and without the indentation
   * of the list it stands in. Parsed alone it gives this block again, list depth apart.
   */
  readonly markdown: string;
}
