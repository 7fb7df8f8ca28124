/** Marks what was written since this device was last here, and remembers that it is here now. */
export function markNew(debate: HTMLElement) {
  const key = `seen:${debate.dataset.debate}`;
  const before = localStorage.getItem(key);
  localStorage.setItem(key, new Date().toISOString());
  if (!before) return;
  for (const article of debate.querySelectorAll<HTMLElement>('article[data-at]'))
    if (article.dataset.at! > before && !article.matches('[data-own]'))
      label(article, debate.dataset.new ?? '');
}

/** Says at the head of a comment that it is new. */
export function label(article: HTMLElement, words: string) {
  const tag = document.createElement('span');
  tag.className = 'debate-new';
  tag.textContent = words;
  article.querySelector('.who')?.append(' ', tag);
}
