/**
 * What one module of the client tells the others, as an event that bubbles from the element:
 * `part-replaced` from the new part; `form-sent` from a form that the server took; `form-moved` from
 * a form whose words go on in the form that replaces it; `form-closing` from a form that is about
 * to be removed.
 */
type ClientEvent = 'part-replaced' | 'form-sent' | 'form-moved' | 'form-closing';

/** Tells the other modules that `event` happened to `element`. */
export function tell(event: ClientEvent, element: Element): void {
  element.dispatchEvent(new CustomEvent(event, { bubbles: true }));
}

/** Calls `react` with the element each time that `event` happens to one on the page. */
export function on<Target extends HTMLElement>(
  event: ClientEvent,
  react: (element: Target) => void
): void {
  document.addEventListener(event, ({ target }) => react(target as Target));
}
