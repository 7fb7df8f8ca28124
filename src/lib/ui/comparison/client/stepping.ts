import { changeId } from '../view.ts';

/** Where letters are letters. */
const fields = 'input, select, textarea, [contenteditable], dialog';

const stepOf: Record<string, 1 | -1 | undefined> = { n: 1, j: 1, p: -1, k: -1 };

/**
 * Makes the buttons step from change to change, and the keys n and p do the same. The step past the
 * page's first or last change goes to the page that holds the next.
 */
export function stepThroughChanges(page: Document) {
  const steps = page.querySelector<HTMLElement>('[data-steps]');
  if (!steps) return;
  const [first, last] = [Number(steps.dataset.first), Number(steps.dataset.last)];
  const { before, after } = steps.dataset;
  const position = steps.querySelector('[aria-live]')!;
  /** The change that one stands at; between two before the first step. */
  let at = first - 0.5;
  const stand = (number: number) => {
    at = number;
    position.textContent = steps.dataset.position!.replace('{}', String(number));
  };
  const step = (by: 1 | -1) => {
    const to = by === 1 ? Math.floor(at) + 1 : Math.ceil(at) - 1;
    const other = to < first ? before : to > last ? after : undefined;
    if (other) return page.defaultView?.location.assign(other);
    if (last >= first) goTo(Math.min(last, Math.max(first, to)));
  };
  const goTo = (number: number) => {
    stand(number);
    const change = page.getElementById(changeId(at));
    change?.scrollIntoView({ block: 'center' });
    change?.focus({ preventScroll: true });
  };
  /** Who comes from another page by a step stands at the change that the address names. */
  const named = page.querySelector(':target[data-change]');
  if (named) goTo(Number(named.getAttribute('data-change')));
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
