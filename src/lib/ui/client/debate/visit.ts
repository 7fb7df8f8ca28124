type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** In milliseconds: whoever was away for half an hour or longer makes a new visit. */
const maxPause = 30 * 60 * 1000;

/**
 * Writes down in both stores that the page named `key` is visited at `now`, and returns when it was
 * last visited before this visit. That is `now` the first time.
 */
export function lastVisit(key: string, now: string, device: Store, tab: Store): string {
  const before = device.getItem(key) ?? now;
  device.setItem(key, now);
  const isSameVisit = Date.parse(now) - Date.parse(before) < maxPause;
  const since = (isSameVisit && tab.getItem(key)) || before;
  tab.setItem(key, since);
  return since;
}
