import { changeId } from '../comparison/view.ts';
import { changeAfter, type Step } from './stepping.ts';

/** The elements in which keys are typed. */
const fields = 'input, select, textarea, [contenteditable], dialog';

const stepOf: Record<string, Step | undefined> = { n: 1, j: 1, p: -1, k: -1 };

/**
 * Makes the buttons in the element with `data-steps`, and the keys n and p, step from change to
 * change. A step past the page's first or last change goes to the page that has the next.
 */
export function stepThroughChanges(): void {
  const steps = document.querySelector<HTMLElement>('[data-steps]');
  if (!steps) return;
  const { before, after, position } = steps.dataset;
  const range = { first: Number(steps.dataset.first), last: Number(steps.dataset.last) };
  /** The current change; half a step before the first until a step is made. */
  let current = range.first - 0.5;
  const setCurrent = (change: number) => {
    current = change;
    const status = steps.querySelector('[aria-live]')!;
    status.textContent = position!.replace('{}', String(change));
  };
  const goTo = (change: number) => {
    setCurrent(change);
    const element = document.getElementById(changeId(change));
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  };
  const step = (by: Step) => {
    const change = changeAfter(current, by, { ...range, hasBefore: !!before, hasAfter: !!after });
    if (change === 'before' || change === 'after') location.assign({ before, after }[change]!);
    else if (change !== null) goTo(change);
  };
  // A step from another page leads to the change in the address.
  const named = document.querySelector(':target[data-change]');
  if (named) goTo(Number(named.getAttribute('data-change')));
  steps.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    if (button) step(button.value === 'next' ? 1 : -1);
  });
  document.addEventListener('keydown', (event) => {
    const by = stepOf[event.key];
    const isTyping = event.target instanceof Element && event.target.closest(fields) !== null;
    if (!by || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(by);
  });
  // A change that has the focus becomes the current one.
  document.addEventListener('focusin', ({ target }) => {
    const change = target instanceof Element && target.closest('[data-change]');
    if (change) setCurrent(Number(change.getAttribute('data-change')));
  });
}
