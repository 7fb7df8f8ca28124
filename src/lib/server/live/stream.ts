import { newsBetween, newsSince, type LiveState, type News } from '#lib/domain/hearing/news.ts';
import { mayRead, type Viewer } from '#lib/domain/hearing/permissions.ts';
import type { Hub } from './hub.ts';

/** What a page says of itself when it asks to be told: how far the document was, and when. */
export type Known = { revision: number | null; at: Date };

/** A comment is dated when it is sent, and stands a moment later: so much is asked for twice. */
const overlap = 10_000;

/** Proxies let go of a connection that is silent for a minute. */
const heartbeat = 25_000;

/** Then the browser asks again, and is recognised again: a login that ended tells no more. */
const longest = 15 * 60_000;

/**
 * The news of a document as server-sent events, each with the activity as its id. Nothing is sent
 * to a viewer who may not read it; it ends when they no longer may, and when the forum closes.
 */
export function streamNews(
  hub: Hub,
  documentId: string,
  viewer: Viewer,
  known: Known
): ReadableStream<Uint8Array> {
  const readerId = viewer?.id ?? null;
  let stop = () => {};
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const end = () => {
        stop();
        controller.close();
      };
      let told: LiveState | null = null;
      const { state, leave } = await hub.watch(documentId, (later) => {
        if (!later || !mayRead(viewer, later.governed)) return end();
        const news = told && newsBetween(told, later, readerId);
        if (news) send(written(news));
        told = later;
      });
      const beat = setInterval(() => send(': \n\n'), heartbeat);
      const last = setTimeout(end, longest);
      stop = () => {
        clearInterval(beat);
        clearTimeout(last);
        leave();
      };
      if (!state || !mayRead(viewer, state.governed)) return end();
      told = state;
      const isKnown = known.revision === state.revision;
      const since = new Date(known.at.getTime() - overlap);
      const missed = isKnown ? null : newsSince(since, state, readerId);
      send(missed ? written(missed) : ': \n\n');
    },
    cancel: () => stop()
  });
}

const encoder = new TextEncoder();

const written = (news: News) => `id: ${news.revision}\ndata: ${JSON.stringify(news)}\n\n`;
