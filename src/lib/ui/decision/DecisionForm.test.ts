import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { RefusedForm } from '#lib/domain/refused-form.ts';
import DecisionForm from './DecisionForm.svelte';

const blocks = [1, 2].map((number) => ({ blockId: `b${number}`, number, text: 'Havnen' }));

test('a refused decision comes back with its outcome and the paragraph of each reservation', () => {
  const html = shown({
    outcome: 'returned',
    block: ['b2', '', 'b1'],
    wish: ['Kajen.', 'Det hele.', 'Molen.']
  });
  expect(html).toMatch(/value="returned"[^>]* checked/);
  expect(chosenIn(html)).toEqual(['b2', undefined, 'b1']);
});

test('a paragraph that is not in the submitted version stays chosen, and is not the whole text', () => {
  const html = shown({ block: ['gone'], wish: ['Kajen.'] });
  expect(chosenIn(html)).toEqual(['gone']);
});

function shown(values: RefusedForm['values']): string {
  const told = { errors: {}, refusal: 'Nej.', refused: null, savedMeanwhile: null };
  const refused = { form: 'decide', values, ...told };
  return render(DecisionForm, { props: { refused, blocks, rows: 1 } }).body;
}

/** The value of each select's selected option; undefined if it is the first. */
function chosenIn(html: string): (string | undefined)[] {
  const selects = html.match(/<select.*?<\/select>/gs) ?? [];
  return selects.map((select) => /value="([^"]*)" selected/.exec(select)?.[1]);
}
