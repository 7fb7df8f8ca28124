import { newsBetween, newsSince, type LiveState, type News } from '#lib/domain/hearing/news.ts';
import { mayRead, type Viewer } from '#lib/domain/hearing/permissions.ts';
import type { Hub } from '../cache/hub.ts';

/** What a page says of itself when it asks to be told: how far the document was, and when. */
export type Known = { revision: number | null; at: Date };

/** A comment is dated when it is sent, and stands a moment later: so much is asked for twice. */
const overlap = 10_000;

/** Proxies let go of a connection that is silent for a minute. */
const heartbeat = 25_000;

/** Then the browser asks again, and is recognised again: a login that ended tells no more. */
const longest = 15 * 60_000;

/** A reader that has left so many pieces of news unread has gone; its browser asks again if not. */
const mostUnread = 100;

/**
 * The news of a document as server-sent events, each with the activity as its id. Nothing is sent
 * to a viewer who may not read it; it ends when they no longer may, and when the forum closes.
 * A reader may leave at any moment, also before the first answer: no timer outlives the stream,
 * and nothing is written to it once it has ended.
 */
export function streamNews(
  hub: Hub,
  documentId: string,
  viewer: Viewer,
  known: Known
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
      let told: LiveState | null = null;
      const tell = (later: LiveState | null) => {
        if (!later || !mayRead(viewer, later.access)) return end();
        const news = told && newsBetween(told, later, readerId);
        if (news) send(written(news));
        told = later;
      };
      const { state, leave } = await hub.watch(documentId, tell);
      if (hasEnded) return leave();
      cleanups.push(leave);
      if (!state || !mayRead(viewer, state.access)) return end();
      const beat = setInterval(() => send(': \n\n'), heartbeat);
      const last = setTimeout(end, longest);
      cleanups.push(
        () => clearInterval(beat),
        () => clearTimeout(last)
      );
      told = state;
      const isKnown = known.revision === state.revision;
      const since = new Date(known.at.getTime() - overlap);
      const missed = isKnown ? null : newsSince(since, state, readerId);
      send(missed ? written(missed) : ': \n\n');
    },
    cancel: release
  };
  return new ReadableStream(stream, { highWaterMark: mostUnread });
}

const encoder = new TextEncoder();
const written = (news: News) => `id: ${news.revision}\ndata: ${JSON.stringify(news)}\n\n`;
