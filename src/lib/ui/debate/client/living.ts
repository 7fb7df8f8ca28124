import { showLikes } from './likes.ts';
import { fetchPage, land, partOf, replacePart } from './place.ts';
import { label } from './seen.ts';

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
  const waiting = new Map<string, HTMLElement>();
  const events = new EventSource(told.dataset.living!);
  signal.addEventListener('abort', () => events.close());
  addEventListener('pagehide', () => events.close(), { signal });

  events.onmessage = ({ data }) => {
    const { comments, likes } = JSON.parse(data) as News;
    for (const [thing, count] of Object.entries(likes)) showLikes(thing, count);
    for (const { id, blockId } of comments) {
      const part = document.getElementById(`kommentar-${id}`) ? null : placeOf(blockId);
      if (part) waiting.set(id, part);
    }
    announce();
  };
  button.addEventListener('click', () => void show(), { signal });

  function announce() {
    const { one = '', many = '' } = told!.dataset;
    for (const id of waiting.keys())
      if (document.getElementById(`kommentar-${id}`)) waiting.delete(id);
    const { size } = waiting;
    button!.hidden = size === 0;
    const words = size === 1 ? one : many.replace('#', String(size));
    if (size > 0 && button!.textContent !== words) button!.textContent = words;
  }

  async function show() {
    const { page } = await fetchPage(location.href);
    const arrived = [...waiting.keys()];
    for (const part of new Set(waiting.values()))
      if (!part.querySelector('#skriv')) replacePart(part, page);
    waiting.clear();
    announce();
    const articles = arrived.flatMap((id) => document.getElementById(`kommentar-${id}`) ?? []);
    for (const article of articles) label(article, debate.dataset.new ?? '');
    land(articles[0] ?? null);
  }
}

/** The part of the page where a comment on the block stands: its paragraph, the whole or the list. */
function placeOf(blockId: string | null): HTMLElement | null {
  const text = blockId && document.getElementById(`blok-${blockId}`);
  return (text ? partOf(text) : null) ?? document.querySelector('#debat, #hele-teksten');
}
