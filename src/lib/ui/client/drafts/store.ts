/** What the device's storage must be able to do, as a browser's localStorage can. */
export type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** A text by its field's name and place among those of the name; a box by its name and value. */
export type Item = [name: string, at: number | string, value: string | boolean];

/** What was typed in a form and not sent. */
export type Draft = {
  /** When something was last typed, in milliseconds. */
  at: number;
  /** The revision that the form was made from; empty if it has none. */
  revision: string;
  /** The form's own key: the same words sent from two tabs are one. */
  formKey: string;
  items: Item[];
};

export type StoredDraft = { key: string; draft: Draft };

const prefix = 'draft:';
const day = 24 * 60 * 60 * 1000;

/** As long as the shortest hearing. */
const storedFor = 14 * day;
/** Without a login: a member logs in again the same day, and a later reader may be somebody else. */
const storedForNobody = day;
/** More than anybody has unfinished. */
const maxDrafts = 40;
/** In characters: browsers give a site about five million. */
const maxCharacters = 3_000_000;

const prefixOf = (member: string) => `${prefix}${member}:`;
const prefixAt = (member: string, place: string) =>
  `${prefixOf(member)}${encodeURIComponent(place)}#`;

/** Returns the key of one draft of the member at the place. */
export const draftKey = (member: string, place: string, id: string) => prefixAt(member, place) + id;

/** Saves the draft, and removes the oldest ones to make room; returns whether it was saved. */
export function saveDraft(store: Store | null, key: string, draft: Draft): boolean {
  if (!store) return false;
  const words = JSON.stringify(draft);
  const size = key.length + words.length;
  if (size > maxCharacters) return false;
  const others = allDrafts(store).filter((each) => each.key !== key);
  let room = maxCharacters - size - others.reduce((sum, each) => sum + each.size, 0);
  const removeOldest = () => {
    const oldest = others.shift();
    if (oldest) store.removeItem(oldest.key);
    room += oldest?.size ?? 0;
    return oldest !== undefined;
  };
  while (others.length >= maxDrafts || room < 0) removeOldest();
  do {
    try {
      store.setItem(key, words);
      return true;
    } catch {
      // The browser gives less than we allow ourselves: the next oldest makes room.
    }
  } while (removeOldest());
  return false;
}

/** Returns the member's drafts at the place, the newest first. */
export function findDrafts(store: Store | null, member: string, place: string): StoredDraft[] {
  if (!store) return [];
  return allDrafts(store)
    .filter(({ key }) => key.startsWith(prefixAt(member, place)))
    .reverse();
}

export const removeDraft = (store: Store | null, key: string) => store?.removeItem(key);

/** Removes every draft, as logging out does. */
export function removeAllDrafts(store: Store | null): void {
  if (store) for (const { key } of allDrafts(store)) store.removeItem(key);
}

/**
 * Removes the drafts that are not the member's, and the old ones. On a page without a member a
 * draft waits for a day, in case the login has expired.
 */
export function removeOldDrafts(store: Store | null, member: string | null, now: number): void {
  if (!store) return;
  for (const { key, draft } of allDrafts(store)) {
    const isOwn = member === null || key.startsWith(prefixOf(member));
    const isOld = now - draft.at > (member === null ? storedForNobody : storedFor);
    if (!isOwn || isOld) store.removeItem(key);
  }
}

/** Returns every draft on the device, the oldest first; what cannot be read is the oldest. */
function allDrafts(store: Store): (StoredDraft & { size: number })[] {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  return keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const words = store.getItem(key) ?? '';
      return { key, size: key.length + words.length, draft: read(words) };
    })
    .sort((one, other) => one.draft.at - other.draft.at);
}

const unreadable: Draft = { at: 0, revision: '', formKey: '', items: [] };

function read(words: string): Draft {
  try {
    const draft = JSON.parse(words) as Partial<Draft> | null;
    const isWhole = typeof draft?.at === 'number' && Array.isArray(draft.items);
    return isWhole ? { ...unreadable, ...draft } : unreadable;
  } catch {
    return unreadable;
  }
}
