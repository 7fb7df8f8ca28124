import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldName } from './field-names.ts';

const pages = globSync('src/**/*.svelte').map((file) => readFileSync(file, 'utf8'));

test('every field in which one writes at length has a name, so that its words can be given back anywhere', () => {
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

test('every field that a page draws with what was typed in it has a name', () => {
  const drawn = pages.flatMap((page) =>
    [...page.matchAll(/\.\.\.field\(.+?, (?:'(\w+)'|\w+), '(\w+)'/g)].map(([, form, name]) => ({
      forms: [form ?? 'text', 'rewrite', 'remark', 'passage'],
      name: name!
    }))
  );
  expect(drawn.length).toBeGreaterThan(30);
  const nameless = drawn.filter(({ forms, name }) => !forms.some((form) => fieldName(form, name)));
  expect(nameless).toEqual([]);
});

test('the reasons of a review have one name, and what nobody fills in has none', () => {
  expect(fieldName('review', 'reason-abc')).toBe(fieldName('review', 'reason-def'));
  expect(fieldName('review', 'base')).toBeNull();
});
