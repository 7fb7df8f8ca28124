/** The fields whose words are worth keeping. */
const kept = ['markdown', 'wording', 'words'];

/** Keeps what is being written on this device, until it is sent or given up. */
export function keepDrafts(debate: HTMLElement, signal: AbortSignal) {
  restoreAll(debate);
  debate.addEventListener('fresh', (event) => restoreAll(event.target as HTMLElement), { signal });
  debate.addEventListener('input', (event) => keep(event.target as HTMLElement), { signal });
}

/** The draft is sent or given up. */
export function forgetDraft(form: HTMLFormElement) {
  const key = keyOf(form);
  if (key) localStorage.removeItem(key);
}

function keep(field: HTMLElement) {
  const form = field.closest<HTMLFormElement>('form[data-draft]');
  const key = form && keyOf(form);
  if (!key) return;
  const typed = new FormData(form);
  const fields = [...kept, 'kind'].map((name) => [name, String(typed.get(name) ?? '')]);
  localStorage.setItem(key, JSON.stringify(Object.fromEntries(fields)));
  form.querySelector<HTMLElement>('[data-kept]')?.removeAttribute('hidden');
}

function restoreAll(within: HTMLElement) {
  for (const form of within.querySelectorAll<HTMLFormElement>('form[data-draft]')) restore(form);
}

function restore(form: HTMLFormElement) {
  const key = keyOf(form);
  const draft = key && localStorage.getItem(key);
  if (!draft) return;
  const fields = JSON.parse(draft) as Record<string, string>;
  const came = form.querySelector('[role=alert], .error');
  for (const name of kept) {
    const field = form.querySelector<HTMLTextAreaElement>(
      `textarea[name=${name}], input[name=${name}]`
    );
    if (field && fields[name] && !came) field.value = withQuotation(field, fields[name]);
  }
  const kind = form.querySelector<HTMLInputElement>(`[name=kind][value="${fields.kind}"]`);
  if (kind && !came) kind.checked = true;
  form.querySelector<HTMLElement>('[data-kept]')?.removeAttribute('hidden');
}

/** The draft, and after it the words that were quoted for it since. */
function withQuotation(field: HTMLElement & { value: string }, draft: string): string {
  const isQuoting = field.closest('form[data-quotes]') && field.matches('[name=markdown]');
  if (!isQuoting || draft.includes(field.value.trim())) return draft;
  return `${draft.trimEnd()}\n\n${field.value}`;
}

function keyOf(form: HTMLFormElement): string | null {
  const { draft } = form.dataset;
  const slug = form.closest<HTMLElement>('[data-debate]')?.dataset.debate;
  return draft && slug ? `draft:${slug}:${draft}` : null;
}
