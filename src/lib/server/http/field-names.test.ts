import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldName } from './field-names.ts';

test('every field in which one writes at length has a name, so that its words can be given back anywhere', () => {
  const written = globSync('src/**/*.svelte').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<textarea\b[^>]*\bname="([\w[\]]+)"/g)].map(
      ([, name]) => name!.replace('[]', '')
    )
  );
  expect(written).toContain('wording');
  const nameless = written.filter(
    (name) => !['decide', 'comment', 'review'].some((form) => fieldName(form, name))
  );
  expect(nameless).toEqual([]);
  expect(fieldName('review', 'reason-abc')).toBe(fieldName('review', 'reason-def'));
  expect(fieldName('review', 'base')).toBeNull();
});
