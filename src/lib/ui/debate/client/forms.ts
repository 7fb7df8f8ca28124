import { forgetDraft } from './drafts.ts';
import { keepSelection, quotingAddress } from './quoting.ts';
import { fetchPage, land, partOf, replacePart, say } from './place.ts';

/** Links that open a form or show more do so where one is, and forms are sent from there. */
export function openInPlace(debate: HTMLElement, signal: AbortSignal) {
  debate.addEventListener('click', (event) => follow(event), { signal });
  debate.addEventListener('pointerdown', keepSelection, { signal });
  debate.addEventListener('submit', (event) => void send(event, debate), { signal });
}

function follow(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a');
  if (!link || event.defaultPrevented || isForElsewhere(event)) return;
  if (link.matches('[data-closes]')) {
    event.preventDefault();
    close(link);
  } else if (link.matches('[data-writes], [data-swaps]') && link.pathname === location.pathname) {
    event.preventDefault();
    void open(link);
  } else if (link.matches('[data-opens]')) {
    event.preventDefault();
    void openDialog(link.href);
  }
}

const isForElsewhere = ({ ctrlKey, metaKey, shiftKey, button }: MouseEvent) =>
  ctrlKey || metaKey || shiftKey || button !== 0;

async function open(link: HTMLAnchorElement) {
  const part = partOf(link);
  if (!part) return location.assign(link.href);
  const { page } = await fetchPage(quotingAddress(link));
  if (link.matches('[data-writes]')) closeOthers(part);
  const fresh = replacePart(part, page);
  if (!fresh) return location.assign(link.href);
  const form = fresh.querySelector<HTMLElement>('#skriv');
  const area = form?.querySelector<HTMLTextAreaElement>('textarea[name=markdown]');
  land(area ?? form?.querySelector<HTMLElement>('button') ?? fresh);
  area?.setSelectionRange(area.value.length, area.value.length);
  form?.scrollIntoView({ block: 'nearest' });
}

/** One form at a time: another's words are kept as its draft. */
function closeOthers(part: HTMLElement) {
  for (const form of document.querySelectorAll('#skriv')) if (!part.contains(form)) form.remove();
}

function close(link: HTMLElement) {
  const form = link.closest<HTMLFormElement>('form');
  const part = partOf(link);
  if (!form) return;
  forgetDraft(form);
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
    if (isDone) forgetDraft(form);
    const fresh = replacePart(part, page);
    if (!fresh) return location.assign(url);
    const flash = page.querySelector('.flash')?.textContent.trim();
    if (isDone && flash) say(flash);
    const arrived = isDone ? document.getElementById(url.hash.slice(1)) : null;
    land(arrived ?? fresh.querySelector<HTMLElement>('#skriv [role=alert] a, #skriv textarea'));
  } catch {
    button.disabled = false;
    say(debate.dataset.unsent ?? '');
  }
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
