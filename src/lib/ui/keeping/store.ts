/** What the device's storage must be able to do; a browser's localStorage can. */
export type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** A text or a choice by its field's name and place among those of the name; a box by name and value. */
export type Item = [name: string, at: number | string, value: string | boolean];

/** What somebody has typed in a form and not sent. */
export type Draft = {
  /** When it was last typed in, in milliseconds. */
  at: number;
  /** The revision that the form was made from; empty where it has none. */
  revision: string;
  /** The form's own key: the same words sent from two tabs are one. */
  formKey: string;
  items: Item[];
};

export type Kept = { key: string; draft: Draft };

const prefix = 'draft:';
const day = 24 * 60 * 60 * 1000;

/** As long as an unfinished answer to a hearing of the shortest length may be of use. */
const keptFor = 14 * day;
/** An expired login is renewed the same day; whoever comes later may be somebody else. */
const keptForNobody = day;
/** More than anybody has unfinished; each offer is a line of its form. */
const mostDrafts = 40;
/** In characters: browsers give a forum about five million. */
const mostCharacters = 3_000_000;

const ownedBy = (member: string) => `${prefix}${member}:`;
const atPlace = (member: string, place: string) =>
  `${ownedBy(member)}${encodeURIComponent(place)}#`;

/** The key of one draft of the member at the place. */
export const keyOf = (member: string, place: string, id: string) => atPlace(member, place) + id;

/** Keeps the draft, and drops the oldest where there are too many; false where it cannot be kept. */
export function keep(store: Store | null, key: string, draft: Draft): boolean {
  if (!store) return false;
  const words = JSON.stringify(draft);
  const size = key.length + words.length;
  if (size > mostCharacters) return false;
  const others = all(store).filter((each) => each.key !== key);
  let room = mostCharacters - size - others.reduce((sum, each) => sum + each.size, 0);
  const drop = () => {
    const oldest = others.shift();
    if (oldest) store.removeItem(oldest.key);
    room += oldest?.size ?? 0;
    return oldest !== undefined;
  };
  while (others.length >= mostDrafts || room < 0) drop();
  do {
    try {
      store.setItem(key, words);
      return true;
    } catch {
      // The browser gives less than we allow ourselves: the next oldest makes room.
    }
  } while (drop());
  return false;
}

/** What the member has kept at the place, the newest first. */
export function find(store: Store | null, member: string, place: string): Kept[] {
  if (!store) return [];
  return all(store)
    .filter(({ key }) => key.startsWith(atPlace(member, place)))
    .reverse();
}

export const forget = (store: Store | null, key: string) => store?.removeItem(key);

/** Takes away every draft: who logs out leaves nothing on the device. */
export function clear(store: Store | null) {
  if (store) for (const { key } of all(store)) store.removeItem(key);
}

/**
 * Takes away what is not the member's and what is too old. On a page that is shown to nobody a
 * draft may wait for a day, for the login that has expired under it.
 */
export function tidy(store: Store | null, member: string | null, now: number) {
  if (!store) return;
  for (const { key, draft } of all(store)) {
    const isOwn = member === null || key.startsWith(ownedBy(member));
    const isOld = now - draft.at > (member === null ? keptForNobody : keptFor);
    if (!isOwn || isOld) store.removeItem(key);
  }
}

/** Every draft on the device, the oldest first; what cannot be read is the oldest. */
function all(store: Store): (Kept & { size: number })[] {
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
