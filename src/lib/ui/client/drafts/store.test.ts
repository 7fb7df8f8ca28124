import { expect, test } from 'vitest';
import {
  draftKey,
  findDrafts,
  removeAllDrafts,
  removeDraft,
  removeOldDrafts,
  saveDraft,
  type Draft,
  type Store
} from './store.ts';

const day = 24 * 60 * 60 * 1000;

test('a draft is found again by its member and its place, and nowhere else', () => {
  const store = storeOf();
  const key = draftKey('ida', '/documents/havnen comment:4:molen', '1');
  saveDraft(store, key, draft('Gerne.'));
  expect(wordsOf(store, 'ida', '/documents/havnen comment:4:molen')).toEqual(['Gerne.']);
  expect(wordsOf(store, 'bo', '/documents/havnen comment:4:molen')).toEqual([]);
  expect(wordsOf(store, 'ida', '/documents/havnen comment:4:')).toEqual([]);
  expect(wordsOf(store, 'ida', '/documents/havnen comment:4:mol')).toEqual([]);
  removeDraft(store, key);
  expect(store.length).toBe(0);
});

test('two tabs have two drafts at one place, the newest first, each with its revision', () => {
  const store = storeOf();
  saveDraft(store, draftKey('ida', 'udkast', '1'), { ...draft('Først.', 1), revision: '3' });
  saveDraft(store, draftKey('ida', 'udkast', '2'), { ...draft('Sidst.', 2), revision: '4' });
  expect(wordsOf(store, 'ida', 'udkast')).toEqual(['Sidst.', 'Først.']);
  expect(findDrafts(store, 'ida', 'udkast').map((each) => each.draft.revision)).toEqual(['4', '3']);
});

test('logging out removes all drafts, and nothing else', () => {
  const store = storeOf();
  store.setItem('seen:havnen', 'i går');
  saveDraft(store, draftKey('ida', 'a', '1'), draft('Mit.'));
  removeAllDrafts(store);
  expect([store.length, store.key(0)]).toEqual([1, 'seen:havnen']);
});

test('a page of another member removes the drafts, and one without a login those older than a day', () => {
  const now = 30 * day;
  const store = storeOf();
  saveDraft(store, draftKey('ida', 'a', '1'), draft('Nu.', now));
  saveDraft(store, draftKey('ida', 'a', '2'), draft('I forgårs.', now - 2 * day));
  removeOldDrafts(store, null, now);
  expect(wordsOf(store, 'ida', 'a')).toEqual(['Nu.']);
  removeOldDrafts(store, 'ida', now);
  expect(wordsOf(store, 'ida', 'a')).toEqual(['Nu.']);
  removeOldDrafts(store, 'bo', now);
  expect(store.length).toBe(0);
});

test('a draft is kept for fourteen days', () => {
  const store = storeOf();
  saveDraft(store, draftKey('ida', 'a', '1'), draft('Gammelt.', 0));
  removeOldDrafts(store, 'ida', 14 * day);
  expect(store.length).toBe(1);
  removeOldDrafts(store, 'ida', 14 * day + 1);
  expect(store.length).toBe(0);
});

test('the oldest draft is removed if there are too many or they are too long', () => {
  const store = storeOf();
  for (let at = 1; at <= 41; at++)
    saveDraft(store, draftKey('ida', 'a', String(at)), draft(`${at}`, at));
  expect(wordsOf(store, 'ida', 'a')).toHaveLength(40);
  expect(wordsOf(store, 'ida', 'a')).not.toContain('1');
  saveDraft(store, draftKey('ida', 'b', '1'), draft('x'.repeat(2_999_000), 50));
  expect(wordsOf(store, 'ida', 'b')).toHaveLength(1);
  expect(wordsOf(store, 'ida', 'a').length).toBeLessThan(40);
  expect(saveDraft(store, draftKey('ida', 'c', '1'), draft('x'.repeat(3_000_000)))).toBe(false);
});

test('on a full device the oldest draft is removed; false is returned if that is not enough', () => {
  const store = storeOf(400);
  expect(saveDraft(store, draftKey('ida', 'a', '1'), draft('x'.repeat(200), 1))).toBe(true);
  expect(saveDraft(store, draftKey('ida', 'b', '1'), draft('y'.repeat(200), 2))).toBe(true);
  expect(wordsOf(store, 'ida', 'a')).toEqual([]);
  expect(saveDraft(store, draftKey('ida', 'c', '1'), draft('z'.repeat(500), 3))).toBe(false);
  expect(saveDraft(null, draftKey('ida', 'c', '1'), draft('Intet lager.'))).toBe(false);
  expect(findDrafts(null, 'ida', 'c')).toEqual([]);
});

test('a value under a draft’s key that is no draft is ignored', () => {
  const store = storeOf();
  store.setItem(draftKey('ida', 'a', '1'), '{');
  store.setItem(draftKey('ida', 'a', '2'), 'null');
  expect(findDrafts(store, 'ida', 'a').every((each) => each.draft.items.length === 0)).toBe(true);
  removeOldDrafts(store, 'ida', 30 * day);
  expect(store.length).toBe(0);
});

const draft = (words: string, at = 1): Draft => ({
  ...{ at, revision: '', formKey: '' },
  items: [['markdown', 0, words]]
});

const wordsOf = (store: Store, member: string, place: string) =>
  findDrafts(store, member, place).map((each) => each.draft.items[0]?.[2]);

/** Returns a store like a browser's, in the order of its keys, that is full at `most` characters. */
function storeOf(most = Infinity): Store {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      const others = [...kept].filter(([each]) => each !== key);
      const size = others.reduce((sum, [each, words]) => sum + each.length + words.length, 0);
      if (size + key.length + value.length > most) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key)
  };
}
