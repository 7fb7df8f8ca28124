import { describe, expect, it } from 'vitest';
import { compareFields, isSameValue, mergeFields, type FieldValue } from './merging.ts';

const base: Record<string, FieldValue> = { title: 'Havn', text: 'Færgen sejler.', roles: ['a'] };
const isBase = (name: string, value: FieldValue) =>
  base[name] !== undefined && isSameValue(base[name], value);
const compare = (saved: Record<string, FieldValue>, typed: Record<string, FieldValue>) =>
  Object.fromEntries(compareFields(isBase, { ...base, ...saved }, { ...base, ...typed }));

describe('what two writers changed of the same form', () => {
  it('is told field by field', () => {
    expect(compare({ title: 'Havnen' }, { text: 'Færgen venter.' })).toEqual({
      title: 'theirs',
      text: 'mine',
      roles: 'same'
    });
    expect(compare({ title: 'Havnen' }, { title: 'Havne' }).title).toBe('both');
    expect(compare({ title: 'Havnen' }, { title: 'Havnen' }).title).toBe('same');
  });

  it('counts no line break of a browser, and no order of a list, as a change', () => {
    expect(isSameValue('en\r\nto\r\n', 'en\nto')).toBe(true);
    expect(isSameValue(['b', 'a'], ['a', 'b', 'b'])).toBe(true);
    expect(isSameValue('a', ['a'])).toBe(false);
  });

  it('takes a list that was not sent for an empty one', () => {
    const states = compareFields(isBase, { roles: ['a'] }, {});
    expect(states.get('roles')).toBe('mine');
    expect(mergeFields(states, { roles: ['a'] }, {}, () => null)).toEqual({ roles: [] });
  });

  it('asks of every difference where it is not known what the form was made from', () => {
    const states = compareFields(() => false, { title: 'Havnen' }, { title: 'Havn' });
    expect(states.get('title')).toBe('both');
  });

  it('is merged only once a choice is made of each field that both changed', () => {
    const saved = { title: 'Havnen', text: 'Færgen ligger stille.', roles: ['a', 'b'] };
    const typed = { ...base, title: 'Havne', text: 'Færgen venter.' };
    const states = compareFields(isBase, saved, typed);
    expect(mergeFields(states, saved, typed, () => null)).toBeNull();
    const half = (name: string) => (name === 'title' ? 'mine' : null);
    expect(mergeFields(states, saved, typed, half)).toBeNull();
    const chosen = mergeFields(states, saved, typed, (name) =>
      name === 'title' ? 'mine' : 'theirs'
    );
    expect(chosen).toEqual({ title: 'Havne', text: 'Færgen ligger stille.', roles: ['a', 'b'] });
  });

  it('names no field by what every object has', () => {
    const states = compareFields(isBase, { constructor: 'a' }, {});
    expect(mergeFields(states, { constructor: 'a' }, {}, () => 'mine')).toEqual({
      constructor: ''
    });
  });
});
