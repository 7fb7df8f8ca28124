import { on } from '../events.ts';
import { keptFormOf } from './form.ts';
import { offerDrafts } from './offering.ts';
import { hasUnsaved, member, save, saveAll, saveSoon, store } from './saving.ts';
import { hasLoggedOut, hearOtherTabs, moved, sentInPlace, settleSent, submitted } from './sent.ts';
import { removeAllDrafts, removeOldDrafts } from './store.ts';

/**
 * Keeps what is typed in forms with `data-keep` on the device, and offers it again: to the member
 * who typed it, on its page, in the form of that name, with a word if the form is of a newer
 * revision.
 */
export function keepDrafts(): void {
  removeOldDrafts(store, member, Date.now());
  if (hasLoggedOut() && member === null) removeAllDrafts(store);
  settleSent();
  document.addEventListener('submit', submitted);
  if (member === null) return;

  document.addEventListener('input', typed);
  document.addEventListener('change', typed);
  on('part-replaced', offerDrafts);
  on('form-sent', sentInPlace);
  on('form-moved', moved);
  on('form-closing', save);
  hearOtherTabs();
  addEventListener('pagehide', saveAll);
  document.addEventListener('visibilitychange', saveAll);
  addEventListener('beforeunload', (event) => {
    saveAll();
    if (hasUnsaved()) event.preventDefault();
  });
  addEventListener('pageshow', () => offerDrafts(document));
  if (document.readyState === 'complete') offerDrafts(document);
}

function typed({ target }: Event): void {
  const form = keptFormOf(target);
  if (form) saveSoon(form);
}
