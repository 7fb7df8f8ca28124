import { showLikes } from './likes.ts';
import { fetchPage, land, partOf, replacePart, say } from './place.ts';

type News = {
  comments: { id: string; blockId: string | null }[];
  likes: Record<string, number>;
};

/**
 * Others' likes are counted as they are given. Their comments are told of at the foot and shown
 * when one presses: nothing that is being read or written moves by itself.
 */
export function hearOthers(debate: HTMLElement, signal: AbortSignal) {
  const told = document.querySelector<HTMLElement>('[data-living]');
  const button = told?.querySelector('button');
  if (!told || !button) return;
  const waiting = new Map<string, string | null>();
  const events = new EventSource(told.dataset.living!);
  signal.addEventListener('abort', () => events.close());
  addEventListener('pagehide', () => events.close(), { signal });

  events.onmessage = ({ data }) => {
    const { comments, likes } = JSON.parse(data) as News;
    for (const [thing, count] of Object.entries(likes)) showLikes(thing, count);
    for (const { id, blockId } of comments) if (placeOf(blockId)) waiting.set(id, blockId);
    announce();
  };
  button.addEventListener(
    'click',
    () => void show().catch(() => say(debate.dataset.unfetched ?? '')),
    { signal }
  );

  function announce() {
    const { one = '', many = '' } = told!.dataset;
    for (const id of waiting.keys()) if (articleOf(id)) waiting.delete(id);
    const { size } = waiting;
    button!.hidden = size === 0;
    const words = size === 1 ? one : many.replace('#', String(size));
    if (size > 0 && button!.textContent !== words) button!.textContent = words;
  }

  /** Brings each place that was spoken at up to date, but for one where something is being written. */
  async function show() {
    const arrived: string[] = [];
    for (const [blockId, said] of Map.groupBy(waiting, ([, at]) => at)) {
      const part = placeOf(blockId);
      if (!part || part.querySelector('#skriv')) continue;
      const ids = said.map(([id]) => id);
      const { page } = await fetchPage(addressWith(part, blockId, ids[0]!));
      replacePart(part, page);
      arrived.push(...ids);
    }
    for (const id of arrived) waiting.delete(id);
    announce();
    const articles = arrived.flatMap((id) => articleOf(id) ?? []);
    land(articles[0] ?? null);
  }
}

const articleOf = (id: string) => document.getElementById(`kommentar-${id}`);

/** This page with everything that is said at the place, and with the whole of the comment's thread. */
function addressWith(part: HTMLElement, blockId: string | null, comment: string): string {
  const address = new URL(location.href);
  if (part.id !== 'debat') address.searchParams.set('place', blockId ?? 'whole');
  address.searchParams.set('comment', comment);
  return address.href;
}

/** The part of the page where a comment on the block stands: its paragraph, the whole or the list. */
function placeOf(blockId: string | null): HTMLElement | null {
  const list = document.getElementById('debat');
  if (list || !blockId) return list ?? document.getElementById('hele-teksten');
  const text = document.getElementById(`blok-${blockId}`);
  return text && partOf(text);
}
