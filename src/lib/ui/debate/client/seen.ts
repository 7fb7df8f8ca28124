/** Away for longer than this, one comes back to a new visit, and new is what came meanwhile. */
const aVisit = 30 * 60 * 1000;

/**
 * Marks what others have written since this device was last here: when the page opens, and in each
 * part of it that is brought up to date. What is new stays so for the whole visit, on every page of
 * the document. Times are the server's, which is also whose comments bear.
 */
export function markNew(debate: HTMLElement, signal: AbortSignal) {
  const since = rememberVisit(`seen:${debate.dataset.debate}`, debate.dataset.now ?? '');
  const mark = (within: HTMLElement) => {
    for (const article of within.querySelectorAll<HTMLElement>('article[data-at]'))
      if (article.dataset.at! > since && !article.matches('[data-own]'))
        label(article, debate.dataset.new ?? '');
  };
  mark(debate);
  debate.addEventListener('fresh', (event) => mark(event.target as HTMLElement), { signal });
}

/** Writes down that one is here now, and gives until when one had been here before this visit. */
function rememberVisit(key: string, now: string): string {
  try {
    const before = localStorage.getItem(key) ?? now;
    localStorage.setItem(key, now);
    const isSameVisit = Date.parse(now) - Date.parse(before) < aVisit;
    const since = (isSameVisit && sessionStorage.getItem(key)) || before;
    sessionStorage.setItem(key, since);
    return since;
  } catch {
    // The device is full, or keeps nothing for us: nothing is new.
    return now;
  }
}

/** Says at the head of a comment that it is new. */
function label(article: HTMLElement, words: string) {
  const tag = document.createElement('span');
  tag.className = 'debate-new';
  tag.textContent = words;
  article.querySelector('.who')?.append(' ', tag);
}
