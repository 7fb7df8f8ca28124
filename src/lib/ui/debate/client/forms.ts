import { keepSelection, quotingAddress } from './quoting.ts';
import { fetchPage, land, partOf, replacePart, say } from './place.ts';

/** Links that open a form or show more do so where one is, and forms are sent from there. */
export function openInPlace(debate: HTMLElement, signal: AbortSignal) {
  debate.addEventListener('click', (event) => follow(event, debate), { signal });
  debate.addEventListener('pointerdown', keepSelection, { signal });
  debate.addEventListener('submit', (event) => void send(event, debate), { signal });
}

function follow(event: MouseEvent, debate: HTMLElement) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a');
  if (!link || event.defaultPrevented || isForElsewhere(event)) return;
  if (link.matches('[data-closes]')) {
    event.preventDefault();
    close(link);
  } else if (link.matches('[data-writes], [data-swaps]') && link.pathname === location.pathname) {
    event.preventDefault();
    open(link).catch(() => say(debate.dataset.unfetched ?? ''));
  } else if (link.matches('[data-opens]')) {
    event.preventDefault();
    openDialog(link.href).catch(() => say(debate.dataset.unfetched ?? ''));
  }
}

const isForElsewhere = ({ ctrlKey, metaKey, shiftKey, button }: MouseEvent) =>
  ctrlKey || metaKey || shiftKey || button !== 0;

async function open(link: HTMLAnchorElement) {
  const part = partOf(link);
  if (!part) return location.assign(link.href);
  const { page } = await fetchPage(quotingAddress(link));
  const begun = wordsToCarry(part, page);
  for (const form of document.querySelectorAll('#skriv'))
    if (begun === null || !part.contains(form)) putAside(form);
    else form.dispatchEvent(new Event('carried', { bubbles: true }));
  if (link.matches('[data-writes]')) closeOthers(part);
  const fresh = replacePart(part, page);
  if (!fresh) return location.assign(link.href);
  const form = fresh.querySelector<HTMLElement>('#skriv');
  const area = form?.querySelector<HTMLTextAreaElement>('textarea[name=markdown]');
  if (area && begun !== null) {
    area.value = `${begun}\n\n${area.value}`;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  land(area ?? form?.querySelector<HTMLElement>('textarea, button') ?? fresh);
  area?.setSelectionRange(area.value.length, area.value.length);
  form?.scrollIntoView({ block: 'nearest' });
}

/** What is typed in the form that quotes for the same reply come to; null where there is none. */
function wordsToCarry(part: HTMLElement, page: Document): string | null {
  const [from, to] = [part, page.getElementById(part.id)].map((each) =>
    each?.querySelector<HTMLFormElement>('form#skriv')
  );
  if (!from || !to?.matches('[data-quotes]') || from.dataset.keep !== to.dataset.keep) return null;
  const words = from.querySelector<HTMLTextAreaElement>('textarea[name=markdown]')?.value.trimEnd();
  return words || null;
}

/** Its words are kept as its draft before it leaves the page. */
const putAside = (form: Element) => form.dispatchEvent(new Event('closes', { bubbles: true }));

/** One form at a time: another's words are kept as its draft. */
function closeOthers(part: HTMLElement) {
  for (const form of document.querySelectorAll('#skriv')) if (!part.contains(form)) form.remove();
}

function close(link: HTMLElement) {
  const form = link.closest<HTMLFormElement>('form');
  const part = partOf(link);
  if (!form) return;
  putAside(form);
  const note = form.querySelector<HTMLElement>('[data-kept]');
  if (note && !note.hidden) say(note.textContent);
  form.remove();
  land(part?.querySelector<HTMLElement>('.acts [data-writes], [data-writes]') ?? null);
}

async function send(event: SubmitEvent, debate: HTMLElement) {
  const form = event.target as HTMLFormElement;
  if (!form.matches('#skriv')) return;
  event.preventDefault();
  const part = partOf(form);
  const button = form.querySelector<HTMLButtonElement>('.sends button');
  if (!part || !button || button.disabled) return;
  button.disabled = true;
  try {
    const { page, url, isDone } = await fetchPage(form.action, new FormData(form));
    if (isDone) form.dispatchEvent(new Event('sent', { bubbles: true }));
    else if (!page.getElementById(part.id)?.querySelector('#skriv')) return refuse(form, page);
    const fresh = replacePart(part, page);
    if (!fresh) return location.assign(url);
    const flash = page.querySelector('.flash')?.textContent.trim();
    if (isDone && flash) say(flash);
    const own = isDone ? arrivedAt(url) : null;
    own?.setAttribute('data-arrived', '');
    land(own ?? fresh.querySelector<HTMLElement>('#skriv [role=alert], #skriv textarea') ?? fresh);
  } catch {
    button.disabled = false;
    button.focus();
    say(debate.dataset.unsent ?? '');
  }
}

/** The comment that the answer leads to: an answer that is fetched has lost its fragment. */
const arrivedAt = ({ searchParams }: URL) =>
  document.getElementById(`kommentar-${searchParams.get('comment')}`);

/** The page has no room for the form now, for a login that expired say: the words stay where they are. */
function refuse(form: HTMLFormElement, page: Document) {
  for (const told of form.querySelectorAll('[data-refusal]')) told.remove();
  const told = page.querySelector<HTMLElement>('[data-refusal]');
  if (told) form.prepend(document.importNode(told, true));
  form.querySelector<HTMLButtonElement>('.sends button')!.disabled = false;
  land(form.querySelector<HTMLElement>('[data-refusal]') ?? form);
}

/** Shows a small page of the forum, who likes what, without leaving this one. */
async function openDialog(address: string) {
  const { page } = await fetchPage(address);
  const words = page.querySelector('[data-dialog]');
  if (!words) return location.assign(address);
  const dialog = document.createElement('dialog');
  dialog.className = 'debate-dialog';
  dialog.setAttribute('closedby', 'any');
  dialog.append(document.importNode(words, true));
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-closes-dialog]')) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.showModal();
}
