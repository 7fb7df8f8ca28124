import { announce } from '../announce.ts';

/** Sends likes without leaving the page: the button changes at once, and back if the server fails. */
export function sendLikes(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[form=likes]');
    if (!button?.form) return;
    event.preventDefault();
    void send(button, button.form);
  });
}

async function send(button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  const body = new FormData();
  body.set(button.name, button.value);
  toggle(button);
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
  }).catch(() => null);
  if (!response) {
    toggle(button);
    return announce(form.dataset.unliked ?? '');
  }
  const answer = (await response.json().catch(() => null)) as { type?: string } | null;
  if (answer?.type !== 'redirect') form.requestSubmit(button);
}

/** Switches the button between giving a like and taking it back, and updates the count. */
function toggle(button: HTMLButtonElement): void {
  const isLiked = button.name === 'take';
  button.name = isLiked ? 'give' : 'take';
  button.classList.toggle('on', !isLiked);
  const words = button.querySelector<HTMLElement>('[data-other]');
  if (words) [words.textContent, words.dataset.other] = [words.dataset.other!, words.textContent];
  const count = button.parentElement?.querySelector<HTMLElement>('[data-likes]');
  if (count) write(count, Number(count.dataset.likes) + (isLiked ? -1 : 1));
}

/** Shows the number of likes of `thing`, which is the value of its button. */
export function showLikes(thing: string, likes: number): void {
  const count = document.querySelector<HTMLElement>(
    `button[form=likes][value="${thing}"] + [data-likes], [data-of="${thing}"]`
  );
  if (count) write(count, likes);
}

function write(count: HTMLElement, likes: number): void {
  count.dataset.likes = String(likes);
  count.firstChild!.textContent = likes > 0 ? String(likes) : '';
  (count.closest<HTMLElement>('[data-liked]') ?? count).hidden = likes === 0;
}
