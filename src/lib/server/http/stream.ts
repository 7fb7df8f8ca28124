import { newsBetween, newsSince, type LiveState, type News } from '#lib/domain/hearing/news.ts';
import { mayRead, type Viewer } from '#lib/domain/hearing/permissions.ts';
import type { Hub } from '../cache/hub.ts';

/** The state that an open page shows: the document's revision, and when it was read. */
export type ShownState = { revision: number | null; at: Date };

/** In milliseconds: a comment has the time at which it was sent and is saved a moment later. */
const overlap = 10_000;

/** In milliseconds: proxies close a connection that is silent for a minute. */
const heartbeatInterval = 25_000;

/** In milliseconds; then the browser connects again, which ends a stream whose login has ended. */
const maxDuration = 15 * 60_000;

/** A stream with this many unread messages is closed; a browser that is still there connects again. */
const maxUnread = 100;

/**
 * Returns the news of a document as server-sent events, each with the revision of its activity as id.
 * The stream ends when the viewer may not, or no longer, read the document, and when the forum closes.
 * A reader may disconnect at any moment, even before the first event: no timer outlives the stream,
 * and nothing is written to it after its end.
 */
export function streamNews(
  hub: Hub,
  documentId: string,
  viewer: Viewer,
  shown: ShownState
): ReadableStream<Uint8Array> {
  const readerId = viewer?.id ?? null;
  const cleanups: (() => void)[] = [];
  let hasEnded = false;
  const release = () => {
    hasEnded = true;
    for (const cleanup of cleanups.splice(0)) cleanup();
  };
  const stream: UnderlyingDefaultSource<Uint8Array> = {
    async start(controller) {
      const end = () => {
        if (hasEnded) return;
        release();
        controller.close();
      };
      const send = (text: string) => {
        if (hasEnded) return;
        if (controller.desiredSize! <= 0) return end();
        controller.enqueue(encoder.encode(text));
      };
      let sent: LiveState | null = null;
      const sendNews = (later: LiveState | null) => {
        if (!later || !mayRead(viewer, later.access)) return end();
        const news = sent && newsBetween(sent, later, readerId);
        if (news) send(toEvent(news));
        sent = later;
      };
      const { state, leave } = await hub.watch(documentId, sendNews);
      if (hasEnded) return leave();
      cleanups.push(leave);
      if (!state || !mayRead(viewer, state.access)) return end();
      const beat = setInterval(() => send(': \n\n'), heartbeatInterval);
      const last = setTimeout(end, maxDuration);
      cleanups.push(
        () => clearInterval(beat),
        () => clearTimeout(last)
      );
      sent = state;
      const isCurrent = shown.revision === state.revision;
      const since = new Date(shown.at.getTime() - overlap);
      const missed = isCurrent ? null : newsSince(since, state, readerId);
      send(missed ? toEvent(missed) : ': \n\n');
    },
    cancel: release
  };
  return new ReadableStream(stream, { highWaterMark: maxUnread });
}

const encoder = new TextEncoder();
const toEvent = (news: News) => `id: ${news.revision}\ndata: ${JSON.stringify(news)}\n\n`;
