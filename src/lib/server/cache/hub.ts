import type { LiveState } from '#lib/domain/hearing/news.ts';
import type { Database, Listen } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { joining } from './joining.ts';
import { readLiveState } from './live-state.ts';

/** What triggers tell on: the id of the document whose activity was raised. */
const channel = 'activity';

/** Many comments a second are told as one: nobody reads faster. In milliseconds. */
const pause = 400;

/** More pages than a party has open at once; each costs some kilobytes. */
const mostReaders = 10_000;

/** Told when the document has changed; `null` when it is gone or the forum closes. */
export type Told = (state: LiveState | null) => void;

/** The documents that somebody has open here, and how to tell those who do. */
export type Hub = {
  /**
   * Gives where the document is now; tells of each change from then on, until `leave` is called.
   * A hub that is full or closed gives no state and tells nothing; where the document cannot be
   * read the promise is rejected and nothing is told.
   */
  watch(documentId: string, tell: Told): Promise<{ state: LiveState | null; leave: () => void }>;
  /**
   * Tells every reader that there is no more to come, and lets go of its connection. Called again,
   * waits for the same: the database may be closed only after it.
   */
  close(): Promise<void>;
};

/**
 * Listens on one connection for every instance's writes. Each document that is watched is read
 * once a change, however many watch it; one that nobody watches, never.
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

  function enter(documentId: string, tell: Told) {
    const document = watched.get(documentId) ?? watching(database, documentId);
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
      if (isClosed || readerCount >= mostReaders) return { state: null, leave: () => {} };
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
    await stopListening().catch(complain);
  }
}

type Watched = {
  readers: Set<Told>;
  read: () => Promise<LiveState | null>;
  changed: () => void;
  /** Forgets a change that has not been told yet. */
  stop: () => void;
};

function watching(database: Database, documentId: string): Watched {
  const readers = new Set<Told>();
  const read = joining(() => readLiveState(database, documentId));
  let timer: NodeJS.Timeout | undefined;
  const report = () => {
    timer = undefined;
    read().then((state) => tellAll(readers, state), complain);
  };
  return {
    readers,
    read,
    changed: () => (timer ??= setTimeout(report, pause)),
    stop: () => clearTimeout(timer)
  };
}

/** A reader that fails keeps the news from nobody else. */
function tellAll(readers: Set<Told>, state: LiveState | null) {
  for (const tell of [...readers])
    try {
      tell(state);
    } catch (error) {
      complain(error);
    }
}

const complain = (error: unknown) => logError('Could not tell of a change', error);
