import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldName } from './form-fields.ts';

const pages = globSync('src/**/*.svelte').map((file) => readFileSync(file, 'utf8'));

test('every text area has a name, so that any page can show what was typed in it', () => {
  const written = pages.flatMap((page) =>
    [...page.matchAll(/<textarea\b[^>]*\bname="([\w[\]]+)"/g)].map(([, name]) =>
      name!.replace('[]', '')
    )
  );
  expect(written).toContain('wording');
  const nameless = written.filter(
    (name) => !['decide', 'comment', 'review'].some((form) => fieldName(form, name))
  );
  expect(nameless).toEqual([]);
});

test('an unknown form has no names, and neither has a property that every object has', () => {
  expect(fieldName('unheardOf', 'name')).toBeNull();
  expect(fieldName('constructor', 'name')).toBeNull();
  expect(fieldName('login', 'constructor')).toBeNull();
});

test('the reasons of a review have one name, and what nobody fills in has none', () => {
  expect(fieldName('review', 'reason-abc')).toBe(fieldName('review', 'reason-def'));
  expect(fieldName('review', 'base')).toBeNull();
});
