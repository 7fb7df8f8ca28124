import { contains, fill } from './fields.ts';
import { keptForms, placeOf, revisionOf, setFormKey } from './form.ts';
import { offer } from './offer.ts';
import { beginDraft, endDraft, keyOf, member, store } from './saving.ts';
import { findDrafts, removeDraft, saveDraft, type StoredDraft } from './store.ts';

/** A form's head is not to be hidden behind old drafts. */
const maxOffers = 3;

/** Offers the drafts of each form in `within`; goes on with one that the form contains already. */
export function offerDrafts(within: ParentNode): void {
  for (const form of keptForms(within)) {
    for (const shown of form.querySelectorAll('.kept-draft')) shown.remove();
    for (const stored of findDrafts(store, member!, placeOf(form)).slice(0, maxOffers)) {
      const { key, draft } = stored;
      if (keyOf(form) === key || draft.items.length === 0) continue;
      if (contains(form, draft.items)) beginDraft(form, key);
      else offerDraft(form, stored);
    }
  }
}

function offerDraft(form: HTMLFormElement, stored: StoredDraft): void {
  const { key, draft } = stored;
  const shown = offer(form, draft, draft.revision !== revisionOf(form), {
    take: () => take(form, stored),
    drop() {
      removeDraft(store, key);
      return () => void saveDraft(store, key, draft);
    }
  });
  if (shown) shown.dataset.key = key;
}

/** Fills the draft into the form, which goes on with it; returns how to undo that. */
function take(form: HTMLFormElement, { key, draft }: StoredDraft): () => void {
  const before = fill(form, draft.items);
  const [ownKey, formKey] = [keyOf(form), setFormKey(form, draft.formKey)];
  beginDraft(form, key);
  form.dispatchEvent(new Event('input', { bubbles: true }));
  return () => {
    fill(form, before);
    setFormKey(form, formKey);
    if (ownKey) beginDraft(form, ownKey);
    else endDraft(form);
    saveDraft(store, key, draft);
  };
}
