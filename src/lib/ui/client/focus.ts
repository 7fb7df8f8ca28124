/** Moves the focus to `element`, opens what folds it away, and scrolls only if it is out of view. */
export function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  if (!element.matches('a, button, textarea, input')) element.tabIndex = -1;
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  element.focus({ preventScroll: true });
  const { top, bottom, height } = element.getBoundingClientRect();
  const block = height > innerHeight / 2 ? 'start' : 'center';
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block });
}
