import { expect, test } from 'vitest';
import { align } from '../document/align/align.ts';
import type { Block } from '../document/block.ts';
import { listEntries } from './rewrite-pages.ts';

test('a remark is read where it stood, and everything else in the order of the rewrite', () => {
  const entries = listEntries(
    text(
      [
        'Havnen skal have en badebro.',
        'Færgen sejler hver time.',
        'Broen belyses om vinteren fra solnedgang til solopgang.'
      ],
      [
        'Havnen skal have en badebro.',
        '(Her strøg vi færgen.)',
        'Broen belyses hele året fra solnedgang til solopgang.'
      ]
    )
  );
  expect(entries.map(nameOf)).toEqual(['unchanged', 'deleted', 'remark', 'edited']);
  expect(entries.map((entry) => ('change' in entry ? entry.change : null))).toEqual([
    null,
    0,
    0,
    1
  ]);
});

test('a text that begins with a remark begins with it here too', () => {
  const [first] = listEntries(text(['Havnen er åben.'], ['(Mødet var enigt.)', 'Havnen er åben.']));
  expect(first).toMatchObject({ type: 'remark', change: null });
});

test('no block of either side is left out', () => {
  const entries = listEntries(
    text(['Et.', 'To ord her.', 'Tre ord mere.'], ['Tre ord mere.', '(Fire.)', 'Et.', 'Noget nyt.'])
  );
  const from = entries.flatMap((entry) => (entry.type === 'row' ? entry.from : []));
  const now = entries.flatMap((entry) =>
    entry.type === 'row' ? entry.to : entry.type === 'remark' ? [entry.block] : []
  );
  expect(from.map((block) => block.text).sort()).toEqual(['Et.', 'To ord her.', 'Tre ord mere.']);
  expect(now.map(({ position }) => position).sort()).toEqual([0, 1, 2, 3]);
});

const nameOf = (entry: ReturnType<typeof listEntries>[number]) =>
  entry.type === 'row' ? entry.row.relation : entry.type;

function text(draft: string[], rewritten: string[]) {
  const considered = draft.map(paragraph);
  const blocks = rewritten.map((words, position) => ({
    ...paragraph(words),
    position,
    isRemark: words.startsWith('(')
  }));
  const rows = align(
    considered,
    blocks.filter(({ isRemark }) => !isRemark)
  );
  return { considered, blocks, rows };
}

const paragraph = (words: string): Block => ({
  kind: 'paragraph',
  level: 0,
  marker: '',
  text: words,
  markdown: words
});
