import { announceFailure } from '../announce.ts';
import { focusOn } from '../focus.ts';
import { formsInPlace } from '../parts/forms.ts';
import { fetchPage, partOf, replacePart } from '../parts/parts.ts';
import { showLikes } from './likes.ts';

type News = {
  comments: { id: string; blockId: string | null }[];
  likes: Record<string, number>;
};

/** The block of each comment that has come and is not shown yet, by the comment's id. */
const waiting = new Map<string, string | null>();

/**
 * Listens to the document's news: others' likes are counted at once, and their comments are
 * shown when the button with their number is pressed, so that nothing moves unasked.
 */
export function showNews(): void {
  const status = document.querySelector<HTMLElement>('[data-news]');
  const button = status?.querySelector('button');
  if (!status || !button) return;
  const update = () => countWaiting(button, status.dataset);
  const source = new EventSource(status.dataset.news!);
  addEventListener('pagehide', () => source.close());
  source.onmessage = ({ data }) => {
    receive(JSON.parse(data) as News);
    update();
  };
  button.addEventListener('click', () => {
    showWaiting(update).catch(() => announceFailure('unfetched'));
  });
}

function receive({ comments, likes }: News): void {
  for (const [thing, count] of Object.entries(likes)) showLikes(thing, count);
  for (const { id, blockId } of comments) if (placeOf(blockId)) waiting.set(id, blockId);
}

/** Shows on the button how many comments wait: the sentence for `one`, or for `many`. */
function countWaiting(button: HTMLElement, { one = '', many = '' }: DOMStringMap): void {
  for (const id of waiting.keys()) if (articleOf(id)) waiting.delete(id);
  const { size } = waiting;
  button.hidden = size === 0;
  const words = size === 1 ? one : many.replace('#', String(size));
  if (size > 0 && button.textContent !== words) button.textContent = words;
}

/** Replaces each part with comments that wait, but for one in which a form is open. */
async function showWaiting(update: () => void): Promise<void> {
  const arrived: string[] = [];
  for (const [blockId, comments] of Map.groupBy(waiting, ([, at]) => at)) {
    const part = placeOf(blockId);
    if (!part || formsInPlace(part).length > 0) continue;
    const ids = comments.map(([id]) => id);
    const { page } = await fetchPage(addressWith(part, blockId, ids[0]!));
    replacePart(part, page);
    arrived.push(...ids);
  }
  for (const id of arrived) waiting.delete(id);
  update();
  const articles = arrived.flatMap((id) => articleOf(id) ?? []);
  focusOn(articles[0] ?? null);
}

const articleOf = (id: string) => document.getElementById(`kommentar-${id}`);

/** Returns this page's address with the place's whole debate and the comment's whole thread. */
function addressWith(part: HTMLElement, blockId: string | null, comment: string): string {
  const address = new URL(location.href);
  if (part.id !== 'debat') address.searchParams.set('place', blockId ?? 'whole');
  address.searchParams.set('comment', comment);
  return address.href;
}

/** Returns the part that shows comments on the block: the list, the whole text or its paragraph. */
function placeOf(blockId: string | null): HTMLElement | null {
  const list = document.getElementById('debat');
  if (list || !blockId) return list ?? document.getElementById('hele-teksten');
  const text = document.getElementById(`blok-${blockId}`);
  return text && partOf(text);
}
