import { announceFailure } from '../announce.ts';
import { plainlyClicked } from './links.ts';
import { fetchPage } from './parts.ts';

/** Shows the page that a link with `data-opens` leads to in a dialog. */
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    const link = plainlyClicked(event);
    if (!link?.matches('[data-opens]')) return;
    event.preventDefault();
    open(link.href).catch(() => announceFailure('unfetched'));
  });
}

async function open(address: string): Promise<void> {
  const { page } = await fetchPage(address);
  const content = page.querySelector('[data-dialog]');
  if (!content) return location.assign(address);
  const dialog = document.createElement('dialog');
  dialog.className = 'debate-dialog';
  dialog.setAttribute('closedby', 'any');
  dialog.append(document.importNode(content, true));
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-closes-dialog]')) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.showModal();
}
