type Mark = {
  before: string;
  after: string;
  /** Whether each line gets it, as in a list. */
  isLine?: boolean;
};

/** The Markdown that the buttons of the toolbar write. */
export const marks = {
  bold: { before: '**', after: '**' },
  italic: { before: '*', after: '*' },
  link: { before: '[', after: '](https://)' },
  quote: { before: '> ', after: '', isLine: true },
  list: { before: '- ', after: '', isLine: true }
} satisfies Record<string, Mark>;

export type MarkName = keyof typeof marks;

/**
 * Returns `selected` with the mark, and where in it the caret goes: between the marks if nothing is
 * selected, otherwise behind them.
 */
export function withMark(
  selected: string,
  { before, after, isLine }: Mark
): { text: string; caret: number } {
  if (isLine) {
    const lines = selected.split('\n').map((line) => before + line);
    return { text: lines.join('\n'), caret: lines.join('\n').length };
  }
  const text = before + selected + after;
  return { text, caret: selected ? text.length : before.length };
}
