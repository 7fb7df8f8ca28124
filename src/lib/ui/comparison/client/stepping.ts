import { changeId } from '../view.ts';

/** Where letters are letters. */
const fields = 'input, select, textarea, [contenteditable], dialog';

const stepOf: Record<string, 1 | -1 | undefined> = { n: 1, j: 1, p: -1, k: -1 };

/** Makes the buttons step from change to change, and the keys n and p do the same. */
export function stepThroughChanges(page: Document) {
  const steps = page.querySelector<HTMLElement>('[data-steps]');
  if (!steps) return;
  const count = Number(steps.dataset.steps);
  const position = steps.querySelector('[aria-live]')!;
  /** The change that one stands at; 0 before the first. */
  let at = 0;
  const stand = (number: number) => {
    at = number;
    position.textContent = steps.dataset.position!.replace('{}', String(number));
  };
  const step = (by: 1 | -1) => {
    stand(Math.min(count, Math.max(1, at + by)));
    const change = page.getElementById(changeId(at));
    change?.scrollIntoView({ block: 'center' });
    change?.focus({ preventScroll: true });
  };
  steps.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    if (button) step(button.value === 'next' ? 1 : -1);
  });
  page.addEventListener('keydown', (event) => {
    const by = stepOf[event.key];
    const isTyping = event.target instanceof Element && event.target.closest(fields) !== null;
    if (!by || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(by);
  });
  /** Who walks to a change by other ways goes on from there. */
  page.addEventListener('focusin', ({ target }) => {
    const change = target instanceof Element && target.closest('[data-change]');
    if (change) stand(Number(change.getAttribute('data-change')));
  });
}
