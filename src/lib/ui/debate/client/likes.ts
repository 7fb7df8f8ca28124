import { say } from './place.ts';

/** A heart answers at once, and is set right again where the server refuses. */
export function giveLikes(debate: HTMLElement, signal: AbortSignal) {
  debate.addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[form=likes]');
      if (!button) return;
      event.preventDefault();
      void like(button, debate.dataset.unliked ?? '');
    },
    { signal }
  );
}

async function like(button: HTMLButtonElement, unliked: string) {
  const address = button.form?.action;
  if (!address) return;
  const body = new FormData();
  body.set(button.name, button.value);
  turn(button);
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
  }).catch(() => null);
  if (!response) {
    turn(button);
    return say(unliked);
  }
  const told = (await response.json().catch(() => null)) as { type?: string } | null;
  if (told?.type !== 'redirect') button.form?.requestSubmit(button);
}

/** From given to not, or back; the words that say which are taken from the form's other state. */
function turn(button: HTMLButtonElement) {
  const isLiked = button.name === 'take';
  button.name = isLiked ? 'give' : 'take';
  button.classList.toggle('on', !isLiked);
  const words = button.querySelector<HTMLElement>('[data-other]');
  if (words) [words.textContent, words.dataset.other] = [words.dataset.other!, words.textContent];
  const count = button.parentElement?.querySelector<HTMLElement>('[data-likes]');
  if (count) write(count, Number(count.dataset.likes) + (isLiked ? -1 : 1));
}

/** Shows how many like the thing, as its button names it. */
export function showLikes(thing: string, likes: number) {
  const count = document.querySelector<HTMLElement>(
    `button[form=likes][value="${thing}"] + [data-likes], [data-of="${thing}"]`
  );
  if (count) write(count, likes);
}

function write(count: HTMLElement, likes: number) {
  count.dataset.likes = String(likes);
  count.firstChild!.textContent = likes > 0 ? String(likes) : '';
  (count.closest<HTMLElement>('[data-liked]') ?? count).hidden = likes === 0;
}
