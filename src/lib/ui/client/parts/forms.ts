import { announce, announceFailure } from '../announce.ts';
import { tell } from '../events.ts';
import { focusOn } from '../focus.ts';
import { fetchPage, partOf, replacePart, type Fetched } from './parts.ts';

const inPlace = 'form[data-in-place]';

/** Returns the forms that are sent in place within `within`. */
export const formsInPlace = (within: ParentNode | null) => [
  ...(within?.querySelectorAll<HTMLFormElement>(inPlace) ?? [])
];

/** Returns the field of `form` that one writes in. */
export const mainField = (form: HTMLFormElement) =>
  form.querySelector<HTMLTextAreaElement>('textarea[name=markdown]');

/** Returns the note in `form` that is shown when its draft is kept. */
export const noteOf = (form: HTMLFormElement) => form.querySelector<HTMLElement>('[data-kept]');

/** Sends forms with `data-in-place` without leaving the page. */
export function sendInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const part = form.matches(inPlace) ? partOf(form) : null;
    if (!part) return;
    event.preventDefault();
    void send(form, part);
  });
}

async function send(form: HTMLFormElement, part: HTMLElement): Promise<void> {
  const button = buttonOf(form);
  if (button.disabled) return;
  button.disabled = true;
  try {
    show(await fetchPage(form.action, new FormData(form)), form, part);
  } catch {
    button.disabled = false;
    button.focus();
    announceFailure('unsent');
  }
}

/** Shows the answer to a form: the posted comment, the form with its errors, or the refusal. */
function show(answer: Fetched, form: HTMLFormElement, part: HTMLElement): void {
  const { page, url, isRedirected: isTaken } = answer;
  if (isTaken) tell('form-sent', form);
  else if (formsInPlace(page.getElementById(part.id)).length === 0) return refuse(form, page);
  const fresh = replacePart(part, page);
  if (!fresh) return location.assign(url);
  const flash = page.querySelector('.flash')?.textContent.trim();
  if (isTaken && flash) announce(flash);
  const posted = isTaken ? postedComment(url) : null;
  posted?.setAttribute('data-arrived', '');
  const field = `${inPlace} [role=alert], ${inPlace} textarea`;
  focusOn(posted ?? fresh.querySelector<HTMLElement>(field) ?? fresh);
}

/** Returns the comment that the answer leads to: an answer that is fetched has lost its fragment. */
const postedComment = ({ searchParams }: URL) =>
  document.getElementById(`kommentar-${searchParams.get('comment')}`);

/** Shows in the form why it was refused if the page no longer has the form, as without a login. */
function refuse(form: HTMLFormElement, page: Document): void {
  for (const told of form.querySelectorAll('[data-refusal]')) told.remove();
  const told = page.querySelector<HTMLElement>('[data-refusal]');
  if (told) form.prepend(document.importNode(told, true));
  buttonOf(form).disabled = false;
  focusOn(form.querySelector<HTMLElement>('[data-refusal]') ?? form);
}

const buttonOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLButtonElement>('button:not([type=button])')!;
