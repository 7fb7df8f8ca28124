import { expect, test } from 'vitest';
import { withLists, type List } from './lists.ts';

test('consecutive items are one list, and the paragraphs around them are not in it', () => {
  expect(outline(['p', '- a', '- b', 'p', '1. c'])).toEqual(['p', ['- a', '- b'], 'p', ['1. c']]);
});

test('an item that is one level deeper is in a list inside the item above it', () => {
  expect(outline(['- a', '  - b', '  - c', '- d'])).toEqual([['- a', ['  - b', '  - c'], '- d']]);
});

test('a numbered list after a list of points is another list', () => {
  expect(outline(['- a', '1. b', '2. c'])).toEqual([['- a'], ['1. b', '2. c']]);
});

test('an item that goes on after its first paragraph stays one item', () => {
  const [node] = withLists(blocks(['- a', '_ more', '- b']));
  expect(node!.list!.items.map((item) => item.blocks.length)).toEqual([2, 1]);
});

test('a list whose first item is indented is a list', () => {
  expect(outline(['  - a', '- b'])).toEqual([['  - a', '- b']]);
});

function blocks(lines: string[]) {
  return lines.map((line) => {
    const [, indent = '', marker = ''] = /^( *)(-|_|\d+\.)? ?/.exec(line)!;
    const kind = marker ? ('listItem' as const) : ('paragraph' as const);
    return { line, kind, level: indent.length / 2, marker: marker === '_' ? '' : marker };
  });
}

type Outline = string | Outline[];

function outline(lines: string[]): Outline[] {
  return withLists(blocks(lines)).map(({ block, list }) => block?.line ?? listOutline(list!));
}

function listOutline({ items }: List<{ line: string }>): Outline[] {
  return items.flatMap((item) => [
    ...item.blocks.map(({ line }) => line),
    ...item.lists.map(listOutline)
  ]);
}
