import type { LiveState } from '#lib/domain/hearing/news.ts';
import type { Database, Listen } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { singleFlight } from './single-flight.ts';
import { readLiveState } from './live-state.ts';

/** Triggers notify on this channel, with the id of the document whose activity was raised. */
const channel = 'activity';

/** Milliseconds in which changes are gathered before readers are told of them together. */
const gatherDelay = 400;

/** More pages than a party has open at once; each takes some kilobytes. */
const maxReaders = 10_000;

/** Called when the document has changed, and with null when it is gone or the forum closes. */
export type Tell = (state: LiveState | null) => void;

/** The documents that are open in browsers, and how to tell their readers of changes. */
export type Hub = {
  /**
   * Returns the document's present state, and calls `tell` at each change until `leave` is called.
   * If the hub is full or closed, the state is null and nothing is told; if the document cannot be
   * read, the promise is rejected.
   */
  watch(documentId: string, tell: Tell): Promise<{ state: LiveState | null; leave: () => void }>;
  /**
   * Tells every reader null and stops listening. Calling it again waits for the same. The database
   * may be closed only afterwards.
   */
  close(): Promise<void>;
};

/**
 * Opens a hub that listens on one connection for the writes of every instance. A watched document
 * is read once a change, however many watch it.
 */
export async function openHub(database: Database, listen: Listen): Promise<Hub> {
  const watched = new Map<string, Watched>();
  let readerCount = 0;
  let isClosed = false;
  let closing: Promise<void> | undefined;
  const stopListening = await listen(channel, (documentId) => {
    const due = documentId === null ? watched.values() : [watched.get(documentId)];
    for (const each of due) each?.changed();
  });

  function enter(documentId: string, tell: Tell) {
    const document = watched.get(documentId) ?? watchDocument(database, documentId);
    watched.set(documentId, document);
    document.readers.add(tell);
    readerCount++;
    const leave = () => {
      if (!document.readers.delete(tell)) return;
      readerCount--;
      if (document.readers.size > 0) return;
      document.stop();
      watched.delete(documentId);
    };
    return { read: document.read, leave };
  }

  return {
    async watch(documentId, tell) {
      if (isClosed || readerCount >= maxReaders) return { state: null, leave: () => {} };
      const { read, leave } = enter(documentId, tell);
      try {
        return { state: await read(), leave };
      } catch (error) {
        leave();
        throw error;
      }
    },
    close: () => (closing ??= end())
  };

  async function end() {
    isClosed = true;
    for (const { readers, stop } of watched.values()) {
      stop();
      tellAll(readers, null);
    }
    watched.clear();
    await stopListening().catch(logFailure);
  }
}

type Watched = {
  readers: Set<Tell>;
  read: () => Promise<LiveState | null>;
  changed: () => void;
  /** Cancels a change that has not been told yet. */
  stop: () => void;
};

function watchDocument(database: Database, documentId: string): Watched {
  const readers = new Set<Tell>();
  const read = singleFlight(() => readLiveState(database, documentId));
  let timer: NodeJS.Timeout | undefined;
  const report = () => {
    timer = undefined;
    read().then((state) => tellAll(readers, state), logFailure);
  };
  return {
    readers,
    read,
    changed: () => (timer ??= setTimeout(report, gatherDelay)),
    stop: () => clearTimeout(timer)
  };
}

/** Calls every reader, also if one throws. */
function tellAll(readers: Set<Tell>, state: LiveState | null) {
  for (const tell of [...readers])
    try {
      tell(state);
    } catch (error) {
      logFailure(error);
    }
}

const logFailure = (error: unknown) => logError('Could not tell of a change', error);
