import { announce, announceFailure } from '../announce.ts';
import { tell } from '../events.ts';
import { focusOn } from '../focus.ts';
import { formsInPlace, mainField, noteOf } from './forms.ts';
import { fetchPage, partOf, replacePart } from './parts.ts';
import { quotingAddress } from './quote.ts';

/** Makes links with `data-swaps`, `data-writes` and `data-closes` work without leaving the page. */
export function followInPlace(): void {
  document.addEventListener('click', (event) => {
    const link = plainlyClicked(event);
    if (link?.matches('[data-closes]')) {
      event.preventDefault();
      close(link);
    } else if (link?.matches('[data-writes], [data-swaps]') && isOfThisPage(link)) {
      event.preventDefault();
      swap(link).catch(() => announceFailure('unfetched'));
    }
  });
}

/** Returns the clicked link, or null if there is none or a key asks for another tab or window. */
export function plainlyClicked(event: MouseEvent): HTMLAnchorElement | null {
  const { ctrlKey, metaKey, shiftKey, button, defaultPrevented, target } = event;
  const isForElsewhere = ctrlKey || metaKey || shiftKey || button !== 0;
  return isForElsewhere || defaultPrevented ? null : (target as Element).closest('a');
}

const isOfThisPage = (link: HTMLAnchorElement) => link.pathname === location.pathname;

/** Shows the part that `link` is in as the linked page has it, and puts the focus in its form. */
async function swap(link: HTMLAnchorElement): Promise<void> {
  const part = partOf(link);
  if (!part) return location.assign(link.href);
  const { page } = await fetchPage(quotingAddress(link));
  const begun = wordsToCarry(part, page);
  for (const form of formsInPlace(document))
    tell(begun !== null && part.contains(form) ? 'form-moved' : 'form-closing', form);
  if (link.matches('[data-writes]')) removeFormsOutside(part);
  const fresh = replacePart(part, page);
  if (!fresh) return location.assign(link.href);
  showForm(fresh, begun);
}

/**
 * Returns what is typed in the part's form if the page's form quotes for the same draft, and so
 * replaces it; otherwise null.
 */
function wordsToCarry(part: HTMLElement, page: Document): string | null {
  const from = formsInPlace(part)[0];
  const to = formsInPlace(page.getElementById(part.id))[0];
  if (!from || !to?.matches('[data-quotes]') || from.dataset.keep !== to.dataset.keep) return null;
  return mainField(from)?.value.trimEnd() || null;
}

/** Removes the other forms, whose words are kept as drafts: one is open at a time. */
function removeFormsOutside(part: HTMLElement): void {
  for (const form of formsInPlace(document)) if (!part.contains(form)) form.remove();
}

/** Puts the focus in the form of the part, or on the part; the words `begun` come before a quote. */
function showForm(part: HTMLElement, begun: string | null): void {
  const form = formsInPlace(part)[0];
  const field = form && mainField(form);
  if (field && begun !== null) {
    field.value = `${begun}\n\n${field.value}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  focusOn(field ?? form?.querySelector<HTMLElement>('textarea, button') ?? part);
  field?.setSelectionRange(field.value.length, field.value.length);
  form?.scrollIntoView({ block: 'nearest' });
}

/** Removes the form that `link` is in, says if its words were kept, and leads back to its opener. */
function close(link: HTMLElement): void {
  const form = link.closest('form');
  if (!form) return;
  const part = partOf(link);
  tell('form-closing', form);
  const note = noteOf(form);
  if (note && !note.hidden) announce(note.textContent);
  form.remove();
  focusOn(part?.querySelector<HTMLElement>('.acts [data-writes], [data-writes]') ?? null);
}
