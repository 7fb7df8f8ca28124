import type { LiveState } from '#lib/domain/hearing/news.ts';
import type { Database, Listen } from '../database/open.ts';
import { joining } from './joining.ts';
import { readLiveState } from './state.ts';

/** What triggers tell on: the id of the document whose activity was raised. */
const channel = 'activity';

/** Many comments a second are told as one: nobody reads faster. In milliseconds. */
const breath = 400;

/** Told when the document has changed; `null` when it is gone or the forum closes. */
export type Told = (state: LiveState | null) => void;

/** The documents that somebody has open here, and how to tell those who do. */
export type Hub = {
  /** Gives where the document is now; tells of each change from then on. */
  watch(documentId: string, tell: Told): Promise<{ state: LiveState | null; leave: () => void }>;
  close(): Promise<void>;
};

/**
 * Listens on one connection for every instance's writes. Each document that is watched is read
 * once a change, however many watch it; one that nobody watches, never.
 */
export async function openHub(database: Database, listen: Listen): Promise<Hub> {
  const watched = new Map<string, Watched>();
  const stop = await listen(channel, (documentId) => {
    const due = documentId === null ? watched.values() : [watched.get(documentId)];
    for (const each of due) each?.changed();
  });
  return {
    async watch(documentId, tell) {
      let document = watched.get(documentId);
      if (!document) watched.set(documentId, (document = watching(database, documentId)));
      const { readers, read } = document;
      readers.add(tell);
      const leave = () => {
        readers.delete(tell);
        if (readers.size === 0) watched.delete(documentId);
      };
      return { state: await read(), leave };
    },
    async close() {
      for (const { readers } of watched.values()) for (const tell of [...readers]) tell(null);
      await stop();
    }
  };
}

type Watched = {
  readers: Set<Told>;
  read: () => Promise<LiveState | null>;
  changed: () => void;
};

function watching(database: Database, documentId: string): Watched {
  const readers = new Set<Told>();
  const read = joining(() => readLiveState(database, documentId));
  let timer: NodeJS.Timeout | null = null;
  const tellAll = async () => {
    timer = null;
    const state = await read();
    for (const tell of [...readers]) tell(state);
  };
  const report = (error: unknown) => console.error('Could not tell of a change', error);
  const changed = () => {
    timer ??= setTimeout(() => void tellAll().catch(report), breath);
  };
  return { readers, read, changed };
}
