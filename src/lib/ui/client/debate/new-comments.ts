import { on } from '../events.ts';
import { lastVisit } from './visit.ts';

/**
 * Labels as new what others have written since this device was last here, also in parts that are
 * replaced later. Times are the server's.
 */
export function markNewComments(): void {
  const debate = document.querySelector<HTMLElement>('[data-debate]');
  if (!debate) return;
  const { debate: slug = '', now = '', new: words = '' } = debate.dataset;
  const since = rememberVisit(`seen:${slug}`, now);
  const mark = (within: HTMLElement) => {
    for (const article of within.querySelectorAll<HTMLElement>('article[data-at]'))
      if (article.dataset.at! > since && !article.matches('[data-own]')) label(article, words);
  };
  mark(debate);
  on('part-replaced', mark);
}

/** Returns when the last visit was; `now` if the browser stores nothing, so that nothing is new. */
function rememberVisit(key: string, now: string): string {
  try {
    return lastVisit(key, now, localStorage, sessionStorage);
  } catch {
    return now;
  }
}

function label(article: HTMLElement, words: string): void {
  const tag = document.createElement('span');
  tag.className = 'debate-new';
  tag.textContent = words;
  article.querySelector('.who')?.append(' ', tag);
}
